// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import YAMLTree

/// How an assessment is scored: the names of tables under `Controls/scoring`.
package struct ScoringChoice: Sendable, Hashable {
  /// The rule of the conclusion.
  package var conclusion = "mlps-2025"
  /// The way to rate risks.
  package var risk = "gbt20984-matrix"

  package init() {}
}

extension ScoringChoice {
  /// Reads the key `scoring` of `plumbline.yaml`; its names must be those of tables.
  init?(_ node: YAMLNode, _ tables: ScoringTables, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: ScopeMessages.scoring) else { return nil }
    let conclusions = tables.conclusions.map(\.source.id)
    let risks = tables.risks.map(\.source.id)
    if let name = Self.name("conclusion", &map, among: conclusions, context) { conclusion = name }
    if let name = Self.name("risk", &map, among: risks, context) { risk = name }
    map.finish()
  }

  private static func name(
    _ key: String, _ map: inout MappingReader, among known: [String], _ context: DecodingContext
  ) -> String? {
    guard let node = map.node(key), !node.isNull else { return nil }
    if known.contains(node.text) { return node.text }
    context.report(
      "unknown-scoring", ScopeMessages.unknownScoring(node.text, known), at: node,
      fixIts: context.suggestion(for: node, among: known))
    return nil
  }
}
