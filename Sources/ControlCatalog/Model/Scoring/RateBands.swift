// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A rule that reads a rate of met items as a conclusion.
package struct RateBands: Sendable {
  /// What an assessment comes to.
  package enum Verdict: String, Sendable, CaseIterable, Codable {
    /// 符合.
    case met
    /// 基本符合.
    case basicallyMet = "basically_met"
    /// 不符合.
    case notMet = "not_met"
    /// Nothing was evaluated, so nothing is concluded.
    case none
  }

  /// A case that the rule's source leaves open.
  package enum OpenCase: String, Sendable, CaseIterable, Codable {
    /// The rate is exactly the upper band.
    case atUpper = "at_upper"
    /// The rate is exactly the lower band.
    case atLower = "at_lower"
    /// The rate is above the upper band, and there is a major hazard.
    case aboveUpperWithHazard = "above_upper_with_hazard"
  }

  /// How an open case is read.
  package struct Reading: Sendable {
    /// The verdict chosen.
    package let verdict: Verdict
    /// How well the choice is supported.
    package let standing: Requirement.Standing
    /// Why it is read so.
    package let note: LocalizedText

    package init(verdict: Verdict, standing: Requirement.Standing, note: LocalizedText) {
      self.verdict = verdict
      self.standing = standing
      self.note = note
    }
  }

  /// Where the rule comes from.
  package let source: ScoringSource
  /// The formula of the rate, for people.
  package let formula: LocalizedText
  /// The rate in percent above which the verdict is met.
  package let upper: Int
  /// The rate in percent below which the verdict is not met.
  package let lower: Int
  /// How the open cases are read.
  package let readings: [OpenCase: Reading]
  /// The verdicts, for people.
  package let names: [Verdict: LocalizedText]

  package init(
    source: ScoringSource, formula: LocalizedText, upper: Int, lower: Int,
    readings: [OpenCase: Reading], names: [Verdict: LocalizedText]
  ) {
    self.source = source
    self.formula = formula
    self.upper = upper
    self.lower = lower
    self.readings = readings
    self.names = names
  }
}
