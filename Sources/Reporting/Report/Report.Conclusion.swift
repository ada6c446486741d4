// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// The verdict of a scoring rule, with all that went in.
  package struct Conclusion: Codable, Hashable, Sendable {
    /// The rule.
    package var ruleID: String
    /// Its name.
    package var ruleName: LocalizedText
    /// What it came to; always a self-assessed result.
    package var verdict: LocalizedText
    /// How the verdict is shown.
    package var grade: Grade
    /// Controls met out of those that apply.
    package var rate: Rate
    /// Controls that were decided out of those that apply.
    package var coverage: Rate
    /// The number of a rule that has one, such as `84.00`.
    package var score: String?
    /// The counts that went in.
    package var inputs: [Figure]
    /// The formula in words.
    package var formula: LocalizedText
    /// The bands of the rule, the highest first.
    package var thresholds: [Threshold]
    /// The readings chosen where the rule is silent.
    package var boundaryReadings: [LocalizedText]
    /// Major hazards.
    package var hazards: HazardCount?
    /// Where the rule is from.
    package var source: LocalizedText?
    /// How well the rule is known.
    package var standing: Standing?

    private enum CodingKeys: String, CodingKey {
      case verdict
      case grade
      case rate
      case coverage
      case score
      case inputs
      case formula
      case thresholds
      case hazards
      case source
      case standing
      case ruleID = "rule_id"
      case ruleName = "rule_name"
      case boundaryReadings = "boundary_readings"
    }

    package init(
      ruleID: String,
      ruleName: LocalizedText,
      verdict: LocalizedText,
      grade: Grade,
      rate: Rate,
      coverage: Rate,
      score: String? = nil,
      inputs: [Figure] = [],
      formula: LocalizedText,
      thresholds: [Threshold] = [],
      boundaryReadings: [LocalizedText] = [],
      hazards: HazardCount? = nil,
      source: LocalizedText? = nil,
      standing: Standing? = nil
    ) {
      self.ruleID = ruleID
      self.ruleName = ruleName
      self.verdict = verdict
      self.grade = grade
      self.rate = rate
      self.coverage = coverage
      self.score = score
      self.inputs = inputs
      self.formula = formula
      self.thresholds = thresholds
      self.boundaryReadings = boundaryReadings
      self.hazards = hazards
      self.source = source
      self.standing = standing
    }
  }
}
