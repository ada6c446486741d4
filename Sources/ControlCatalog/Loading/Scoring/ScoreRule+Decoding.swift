// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import YAMLTree

extension ScoreRule {
  init?(deduction map: inout MappingReader, _ source: ScoringSource?) {
    let concern = map.required("concern", Double.self, in: 0...1)
    self.init(&map, source, method: concern.map { .deduction(concern: $0) })
  }

  init?(averageDefect map: inout MappingReader, _ source: ScoringSource?) {
    let weights = map.required("weights", Weights.self)
    self.init(&map, source, method: weights.map { .averageDefect(weights: $0.values) })
  }

  init?(_ map: inout MappingReader, _ source: ScoringSource?, method: Method?) {
    let formula = map.required("formula", LocalizedText.self)
    let grades = map.list("grades", Grade.self)
    guard let source, let formula, let method else { return nil }
    self.init(source: source, formula: formula, method: method, grades: grades)
  }

  /// The weights of general, important and key items.
  private struct Weights: YAMLDecodable {
    let values: [Double]

    init?(from node: YAMLNode, _ context: DecodingContext) {
      guard var map = context.mapping(node, of: CatalogMessages.weights) else { return nil }
      let names = ["general", "important", "key"]
      values = names.compactMap { map.required($0, Double.self, in: 0.01...1000) }
      map.finish()
      if values.count < names.count { return nil }
    }
  }
}

extension ScoreRule.Grade: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.grade) else { return nil }
    let id = map.required("id", String.self)
    let name = map.required("name", LocalizedText.self)
    let minimum = map.optional("minimum", Double.self, in: 0...100) ?? 0
    let highestRisk = map.optional("highest_risk", Int.self, in: 1...5)
    let tone = map.enumeration("tone", ScoreRule.Tone.self)
    map.finish()
    guard let id, let name, let tone else { return nil }
    self.init(id: id, name: name, minimum: minimum, highestRisk: highestRisk, tone: tone)
  }
}
