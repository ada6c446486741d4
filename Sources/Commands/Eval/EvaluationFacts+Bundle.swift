// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Collectors
import Diagnostics
import EvidenceModel

extension EvaluationFacts {
  /// Makes variables of a bundle, one for each collector, with the types that collectors declare.
  ///
  /// A collector that was asked without arguments gives its value, such as `sshd`. One that was
  /// asked with arguments gives a map, whose keys are the only argument, as in
  /// `config["/etc/login.defs"]`, or all of them as the plan of `collect` writes them.
  ///
  /// - Throws: `DiagnosticsError` when a digest is wrong, `EvidenceShapeError` when a value is not
  ///   what its collector declares.
  mutating func add(bundle source: SourceText) throws {
    let bundle = try BundleReader.read(source)
    let groups = Dictionary(grouping: bundle.observations, by: \.query.collector)
    for collector in groups.keys.sorted() {
      let type = Collectors.registry[collector].map { CELType.record($0.description.output) }
      let name = VariableName.of(collector: collector)
      let asked = groups[collector, default: []].sorted { $0.query < $1.query }
      if asked.count == 1, asked[0].query.arguments.isEmpty {
        try bind(name, asked[0], as: type ?? .dyn)
      } else {
        try bind(name, asked, as: type ?? .dyn)
      }
    }
  }

  private mutating func bind(
    _ name: String, _ observation: Observation, as type: CELType
  ) throws {
    guard let value = observation.value else {
      return bind(
        name, missing: observation.query.canonicalText, as: type, because: observation.absence)
    }
    bind(name, try CELValue(value, as: type), as: type) { steps in
      observation.origin(of: steps.map(\.name)).map { "\($0)" }
    }
  }

  private mutating func bind(
    _ name: String, _ observations: [Observation], as type: CELType
  ) throws {
    let collected = observations.filter { $0.value != nil }
    let map = CELType.map(.string, type)
    let keys = collected.map(\.query.key)
    let values = try collected.map { try CELValue($0.value ?? .null, as: type) }
    bind(name, .map(zip(keys, values).map { (.string($0), $1) }), as: map) { steps in
      guard let first = steps.first, let place = keys.firstIndex(of: first.name) else { return nil }
      return collected[place].origin(of: steps.dropFirst().map(\.name)).map { "\($0)" }
    }
  }
}

extension EvidenceQuery {
  /// The arguments in one text: the only one when it is a text, otherwise with their names.
  fileprivate var key: String {
    if arguments.count == 1, let text = arguments.values.first?.stringValue { return text }
    return String(canonicalText.dropFirst(collector.count + 1).dropLast())
  }
}

extension Observation {
  /// Why there is no value.
  fileprivate var absence: LocalizedText {
    guard let reason else { return status.label }
    return LocalizedText(
      zh: "\(status.label.zh)：\(reason.zh)", en: "\(status.label.en): \(reason.en)")
  }
}
