// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The scoring tables of a library.
package struct ScoringTables: Sendable {
  /// The rules that draw conclusions, in the order of their names.
  package let conclusions: [ConclusionRule]
  /// The ways to rate risks, in the order of their names.
  package let risks: [RiskMethod]

  package init(conclusions: [ConclusionRule] = [], risks: [RiskMethod] = []) {
    self.conclusions = conclusions.sorted { $0.source.id < $1.source.id }
    self.risks = risks.sorted { $0.source.id < $1.source.id }
  }

  /// Returns the rule of a name.
  package func conclusion(_ id: String) -> ConclusionRule? {
    conclusions.first { $0.source.id == id }
  }

  /// Returns the way to rate risks of a name.
  package func risk(_ id: String) -> RiskMethod? {
    risks.first { $0.source.id == id }
  }
}
