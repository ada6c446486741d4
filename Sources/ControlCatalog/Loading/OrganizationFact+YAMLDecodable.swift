// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import YAMLTree

extension OrganizationFact: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.fact) else { return nil }
    let id = map.required("id", Identifier.self)
    let kind = map.enumeration("type", Kind.self)
    let question = map.required("question", LocalizedText.self)
    let help = map.required("help", LocalizedText.self)
    minimum = map.optional("minimum", Int.self)
    maximum = map.optional("maximum", Int.self)
    options = map.entries("options", LocalizedText.self).map { entry in
      AnswerField.Option(id: entry.name, label: entry.value)
    }
    map.finish()
    guard let id, let kind, let question, let help else { return nil }
    if (kind == .choice) != !options.isEmpty {
      context.report("choice-options", CatalogMessages.choiceOptions, at: node)
    }
    self.id = id.text
    (self.kind, self.question, self.help) = (kind, question, help)
  }
}

/// The file `organization.yaml`.
struct OrganizationFacts: YAMLDecodable {
  let facts: KnownFacts

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.factFile) else { return nil }
    let readable = map.list("facts", OrganizationFact.self)
    map.finish()
    let list = node["facts"]
    let names = list?.elements.compactMap { $0["id"]?.text } ?? []
    facts = KnownFacts(
      readable: readable, faulty: Set(names).subtracting(readable.map(\.id)),
      isComplete: list.map { !$0.isTruncated && names.count == $0.count }
        ?? !node.mayHaveLost("facts"))
  }
}
