// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A risk calculation by one table whose rows are levels of likelihood and whose columns are levels
/// of harm, both lowest first.
package struct LevelMatrix: Sendable {
  /// What the columns stand for.
  package enum Harm: String, Sendable, CaseIterable, Codable {
    /// What the asset is worth.
    case assetValue = "asset_value"
    /// How much harm the failure lets through.
    case severity
  }

  /// Where the table comes from.
  package let source: ScoringSource
  /// What the columns stand for.
  package let harm: Harm
  /// The names of the rows.
  package let likelihoodNames: [LocalizedText]
  /// The names of the columns.
  package let harmNames: [LocalizedText]
  /// The risk levels, 1 to 5, by row and column.
  package let values: [[Int]]
  /// The names of risk levels 1 to 5.
  package let names: [LocalizedText]

  package init(
    source: ScoringSource, harm: Harm, likelihoodNames: [LocalizedText],
    harmNames: [LocalizedText], values: [[Int]], names: [LocalizedText]
  ) {
    self.source = source
    self.harm = harm
    self.likelihoodNames = likelihoodNames
    self.harmNames = harmNames
    self.values = values
    self.names = names
  }

  /// Returns the risk level at a row and a column from 1; beyond them the nearest.
  package func level(likelihood: Int, harm: Int) -> Int {
    let row = values[min(max(likelihood, 1), values.count) - 1]
    return row[min(max(harm, 1), row.count) - 1]
  }
}
