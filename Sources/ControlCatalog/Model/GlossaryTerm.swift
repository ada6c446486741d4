// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import YAMLTree

/// A word of catalogs and reports: one word for one thing.
package struct GlossaryTerm: Sendable {
  /// The word.
  package let term: LocalizedText
  /// What it means, in a sentence.
  package let meaning: LocalizedText
  /// Words for the same thing that catalogs do not use.
  package let avoided: [String]
}

extension GlossaryTerm: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.term) else { return nil }
    let term = map.required("term", LocalizedText.self)
    let meaning = map.required("meaning", LocalizedText.self)
    avoided = map.list("avoid", String.self)
    map.finish()
    guard let term, let meaning else { return nil }
    (self.term, self.meaning) = (term, meaning)
  }
}

/// The file `glossary.yaml`.
struct Glossary: YAMLDecodable {
  let terms: [GlossaryTerm]

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.glossary) else { return nil }
    terms = map.list("terms", GlossaryTerm.self)
    map.finish()
  }
}
