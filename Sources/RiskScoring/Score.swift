// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ControlCatalog

/// A score of 0 to 100 with all that a reader needs to redo it.
package struct Score: Sendable {
  /// What one item contributes.
  package struct Row: Sendable, Hashable {
    /// The item.
    package let item: ScoredItem
    /// The weight by the rule.
    package let weight: Double
    /// How far it is met, 0 to 1.
    package let degree: Double
    /// The points that it costs, 0 or more.
    package let loss: Double
  }

  /// A part of the score that is made on its own.
  package struct Part: Sendable, Hashable {
    /// The name: a part of the scheme or a group.
    package let id: String
    /// What it came to.
    package let value: Double
    /// What it can come to at most.
    package let maximum: Double
  }

  /// The score; `nil` when no item applies, since nothing is never 100.
  package let value: Double?
  /// The parts.
  package let parts: [Part]
  /// The applicable items in the order of their names.
  package let rows: [Row]

  /// Scores items by a method; the order of the items does not matter.
  package init(_ items: [ScoredItem], by method: ScoreRule.Method) {
    let applicable = items.filter(\.isApplicable).sorted { $0.id < $1.id }
    switch method {
    case .deduction(let concern): self.init(deductingFrom: applicable, concern: concern)
    case .averageDefect(let weights): self.init(averaging: applicable, weights: weights)
    case .groupedMean: self.init(groupedMeanOf: applicable)
    case .flatMean: self.init(flatMeanOf: applicable)
    }
  }

  init(value: Double?, parts: [Part], rows: [Row]) {
    self.value = value
    self.parts = parts
    self.rows = rows
  }

  /// The score rounded half up to two decimals.
  package var rounded: Double? { value.map { Double(Self.hundredths($0)) / 100 } }

  /// The score with two decimals.
  package var text: String? {
    value.map { value in
      let hundredths = Self.hundredths(value)
      let fraction = hundredths % 100
      return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
  }

  /// A hair is added because sums of binary fractions may end just below a half.
  private static func hundredths(_ value: Double) -> Int {
    Int((value * 100 + 1e-7).rounded(.toNearestOrAwayFromZero))
  }
}
