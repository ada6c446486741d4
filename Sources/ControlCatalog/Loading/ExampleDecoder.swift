// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
import Chronology
import Diagnostics
import EvidenceModel
package import YAMLTree

/// Reads the examples of a control.
struct ExampleDecoder {
  let checks: [Check]
  let parameters: [Parameter]
  let facts: KnownFacts
  /// The names in the control's file, those of faulty parts included.
  let names: DeclaredNames

  /// The time of an example that names none: the day on which the fact base was closed.
  private static let defaultTime = CalendarDate("2026-11-23")!.startOfDay

  /// Returns the examples that could be read; reports a control without a passing or a failing one.
  func examples(_ node: YAMLNode?, _ context: DecodingContext) -> [Example] {
    guard let node, var map = context.mapping(node, of: CatalogMessages.examples) else { return [] }
    let examples = Example.Expectation.allCases.flatMap { expectation in
      map.list(expectation.rawValue, YAMLNode.self, atLeast: 1).compactMap {
        example($0, expectation, context)
      }
    }
    map.finish()
    return examples
  }

  private func example(
    _ node: YAMLNode, _ expectation: Example.Expectation, _ context: DecodingContext
  ) -> Example? {
    guard var map = context.mapping(node, of: CatalogMessages.example) else { return nil }
    let name = map.required("name", LocalizedText.self)
    let evidence = map.entries("evidence", YAMLNode.self)
    let answers = map.entries("answers", YAMLNode.self)
    let settings = map.entries("parameters", YAMLNode.self)
    let org = map.entries("org", YAMLNode.self)
    let failing = map.node("fails").map { context.list($0, of: Located<String>.self) }
    let asOf = map.optional("as_of", Instant.self) ?? Self.defaultTime
    map.finish()
    for check in failing ?? []
    where !checks.contains(where: { $0.id == check.value }) && names.lacksCheck(check.value) {
      context.report(CatalogMessages.unknownCheck(check.value, at: check.span))
    }
    guard let name else { return nil }
    return Example(
      expectation: expectation, name: name,
      evidence: values(evidence) { self.evidence($0, context) },
      answers: values(answers) { self.answer($0, asOf: asOf, context) },
      failingChecks: failing.map { Set($0.map(\.value)) },
      parameters: values(settings) { self.parameter($0, context) },
      facts: values(org) { self.fact($0, context) },
      asOf: asOf, span: node.span)
  }

  private func values<Value>(
    _ entries: [YAMLEntry<YAMLNode>], _ decode: (YAMLEntry<YAMLNode>) -> Value?
  ) -> [String: Value] {
    var values: [String: Value] = [:]
    for entry in entries { values[entry.name] = decode(entry) }
    return values
  }

  private func evidence(
    _ entry: YAMLEntry<YAMLNode>, _ context: DecodingContext
  ) -> Example.Evidence? {
    let known = checks.flatMap(\.evidence)
    guard let evidence = known.first(where: { $0.name == entry.name }) else {
      if names.lacksEvidence(entry.name) {
        context.report(
          CatalogMessages.unknownEvidence(entry.name, known.map(\.name), at: entry.nameSpan))
      }
      return nil
    }
    if entry.value.kind == .scalar {
      guard let status = context.enumeration(entry.value, ObservationStatus.self) else {
        return nil
      }
      guard status != .collected else {
        context.reportWrongType(entry.value, expected: CatalogMessages.recordType(evidence.type))
        return nil
      }
      return .missing(status)
    }
    return TypedValueDecoder.decode(entry.value, as: .record(evidence.type), context)
      .map { .value($0) }
  }

  private func answer(
    _ entry: YAMLEntry<YAMLNode>, asOf: Instant, _ context: DecodingContext
  ) -> CELValue? {
    guard let question = checks.first(where: { $0.id == entry.name })?.question else {
      if names.lacksQuestion(entry.name) {
        context.report(CatalogMessages.unknownQuestion(entry.name, at: entry.nameSpan))
      }
      return nil
    }
    let value = TypedValueDecoder.decode(entry.value, as: .record(question.recordType), context)
    guard let record = value?.recordValue else { return nil }
    var fields: [String: CELValue] = [:]
    for name in record.fieldNames { fields[name] = record[name] }
    fields[AnswerVariables.author] = fields[AnswerVariables.author] ?? .string("example")
    fields[AnswerVariables.date] =
      fields[AnswerVariables.date] ?? .timestamp(asOf.dateInChina.startOfDay)
    return .record(question.recordType, fields)
  }

  private func parameter(
    _ entry: YAMLEntry<YAMLNode>, _ context: DecodingContext
  ) -> CELValue? {
    guard let parameter = parameters.first(where: { $0.name == entry.name }) else {
      if names.lacksParameter(entry.name) {
        context.report(
          CatalogMessages.unknownParameter(entry.name, parameters.map(\.name), at: entry.nameSpan))
      }
      return nil
    }
    return ParameterDecoder.value(entry.value, for: parameter, context)
  }

  private func fact(_ entry: YAMLEntry<YAMLNode>, _ context: DecodingContext) -> CELValue? {
    guard let fact = facts.readable.first(where: { $0.id == entry.name }) else {
      if facts.lacks(entry.name) {
        context.report(
          CatalogMessages.unknownFact(
            entry.name, facts.readable.map(\.id), at: entry.nameSpan))
      }
      return nil
    }
    return FactDecoder.value(entry.value, for: fact, context)
  }
}

/// Reads the value of a fact of the organisation.
package enum FactDecoder {
  /// Returns the value, or `nil` after it was reported why there is none.
  package static func value(
    _ node: YAMLNode, for fact: OrganizationFact, _ context: DecodingContext
  ) -> CELValue? {
    guard let value = TypedValueDecoder.decode(node, as: fact.kind.type, context) else {
      return nil
    }
    if let number = value.intValue {
      let bounds = (fact.minimum ?? .min)...(fact.maximum ?? .max)
      if !bounds.contains(Int(number)) {
        context.report("out-of-range", CatalogMessages.factBounds(fact), at: node)
        return nil
      }
    }
    if !fact.options.isEmpty, !fact.options.contains(where: { $0.id == value.stringValue }) {
      context.report(
        "unknown-value", CatalogMessages.unknownOption(node.text, fact.options.map(\.id)), at: node,
        fixIts: context.suggestion(for: node, among: fact.options.map(\.id)))
      return nil
    }
    return value
  }
}
