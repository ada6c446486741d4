// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A risk calculation by matrices.
package struct RiskMatrix: Sendable {
  /// A square table whose values fall into five levels.
  package struct Table: Sendable {
    /// Five rows of five values.
    package let values: [[Int]]
    /// The greatest value of each level, five in rising order.
    package let levels: [Int]

    package init(values: [[Int]], levels: [Int]) {
      self.values = values
      self.levels = levels
    }

    /// Returns the value at a row and a column from 1 to 5; beyond them the nearest.
    package func value(row: Int, column: Int) -> Int {
      values[min(max(row, 1), 5) - 1][min(max(column, 1), 5) - 1]
    }

    /// Returns the level of a value, from 1 to 5.
    package func level(of value: Int) -> Int {
      (levels.firstIndex { value <= $0 } ?? 4) + 1
    }
  }

  /// Where the matrices come from.
  package let source: ScoringSource
  /// Rows: threat frequency; columns: severity of the vulnerability.
  package let likelihood: Table
  /// Rows: asset value; columns: severity of the vulnerability.
  package let loss: Table
  /// Rows: loss level; columns: likelihood level.
  package let risk: Table
  /// The names of risk levels 1 to 5.
  package let names: [LocalizedText]

  package init(
    source: ScoringSource, likelihood: Table, loss: Table, risk: Table, names: [LocalizedText]
  ) {
    self.source = source
    self.likelihood = likelihood
    self.loss = loss
    self.risk = risk
    self.names = names
  }
}
