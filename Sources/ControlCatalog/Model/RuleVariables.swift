// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
import Diagnostics

/// The names and types of the variables that every rule of a control sees.
package enum RuleVariables {
  /// The time of the assessment.
  package static let asOf = "as_of"
  /// The asset that the control is assessed for.
  package static let asset = "asset"
  /// The control's parameters.
  package static let parameters = "params"
  /// The answer to the check's question.
  package static let answer = "answer"

  /// Returns the variable of a fact of the organisation, such as `org.mlps_level`.
  ///
  /// Each fact is a variable of its own, so that one that was not given is unknown by itself.
  package static func fact(_ name: String) -> String { "\(facts).\(name)" }

  /// What the names of all facts of the organisation start with.
  static let facts = "org"

  /// Returns the type of `params` for a control.
  ///
  /// - Parameter unreadable: further names that rules may use, of parameters that are faulty.
  package static func parametersType(
    of parameters: [Parameter], unreadable: [String] = []
  ) -> RecordType {
    let readable = parameters.map {
      RecordType.Field($0.name, $0.kind.type, documentation: $0.label)
    }
    let faulty = unreadable.filter { name in !parameters.contains { $0.name == name } }
    return RecordType(name: "params", fields: readable + faulty.map(RecordType.Field.init(faulty:)))
  }

  /// The type of `asset`.
  package static let assetType = RecordType(
    name: "asset",
    fields: [
      .init(
        "id", .string,
        documentation: LocalizedText(zh: "资产编号", en: "The asset's name in files")),
      .init(
        "kind", .string,
        documentation: LocalizedText(
          zh: "种类：organization、system 或 host", en: "organization, system or host")),
      .init(
        "importance", .string,
        documentation: LocalizedText(
          zh: "重要程度：key、important 或 general", en: "key, important or general")),
    ],
    identifyingField: "id")
}

extension RecordType.Field {
  /// A field whose declaration is faulty: it goes with everything, so that the fault is told once.
  init(faulty name: String) {
    self.init(name, .error, documentation: LocalizedText(verbatim: name))
  }
}
