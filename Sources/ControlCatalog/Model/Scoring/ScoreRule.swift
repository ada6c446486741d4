// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A rule that makes a score of 0 to 100 of the items, and reads it as a conclusion.
package struct ScoreRule: Sendable {
  /// How the score is made.
  package enum Method: Sendable, Hashable {
    /// 100 less a deduction for each item that is not wholly met, technical and management items
    /// apart (MLPS report template 2021). The concern is the share of the technical part, 0 to 1.
    case deduction(concern: Double)
    /// 100 less the average share of defects of the classes (MLPS report template 2019), with the
    /// weights of general, important and key items.
    case averageDefect(weights: [Double])
    /// The weighted mean of the groups' weighted means (XCCDF 1.2, 7.3, model `default`).
    case groupedMean
    /// The weighted mean of all items (XCCDF 1.2, 7.3, model `flat`), in percent of the greatest.
    case flatMean
  }

  /// A conclusion and what it takes.
  package struct Grade: Sendable {
    /// The name in files.
    package let id: String
    /// The name for people.
    package let name: LocalizedText
    /// The least score.
    package let minimum: Double
    /// The greatest level of a risk, 1 to 5, among the findings; `nil` when risks do not count.
    package let highestRisk: Int?
    /// How good it is.
    package let tone: Tone

    package init(
      id: String, name: LocalizedText, minimum: Double, highestRisk: Int? = nil, tone: Tone
    ) {
      self.id = id
      self.name = name
      self.minimum = minimum
      self.highestRisk = highestRisk
      self.tone = tone
    }
  }

  /// How good a conclusion is.
  package enum Tone: String, Sendable, CaseIterable, Codable {
    case good, fair, poor
  }

  /// Where the rule comes from.
  package let source: ScoringSource
  /// The formula, for people.
  package let formula: LocalizedText
  /// How the score is made.
  package let method: Method
  /// The conclusions, the best first; the first whose conditions hold is drawn. Empty when the rule
  /// gives a number only.
  package let grades: [Grade]

  package init(
    source: ScoringSource, formula: LocalizedText, method: Method, grades: [Grade] = []
  ) {
    self.source = source
    self.formula = formula
    self.method = method
    self.grades = grades
  }
}
