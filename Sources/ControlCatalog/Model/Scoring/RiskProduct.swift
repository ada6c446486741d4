// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A risk calculation by products: the likelihood is √(threat × vulnerability), the loss
/// √(asset × vulnerability), the risk their product, rounded half up.
package struct RiskProduct: Sendable {
  /// Where the method comes from.
  package let source: ScoringSource
  /// The greatest value of each level, five in rising order.
  package let levels: [Int]
  /// The names of risk levels 1 to 5.
  package let names: [LocalizedText]

  package init(source: ScoringSource, levels: [Int], names: [LocalizedText]) {
    self.source = source
    self.levels = levels
    self.names = names
  }

  /// Returns the level of a value, from 1 to 5.
  package func level(of value: Int) -> Int {
    (levels.firstIndex { value <= $0 } ?? 4) + 1
  }
}
