// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
package import ControlCatalog
package import Diagnostics

/// The verdict of a whole assessment by a rule, with all that went into it.
package struct Conclusion: Sendable {
  /// What a rule concluded.
  package struct Verdict: Sendable, Hashable {
    /// The name in files.
    package let id: String
    /// The name for people.
    package let name: LocalizedText
    /// How good it is; `nil` when nothing is concluded.
    package let tone: ScoreRule.Tone?

    package init(id: String, name: LocalizedText, tone: ScoreRule.Tone?) {
      self.id = id
      self.name = name
      self.tone = tone
    }
  }

  /// The rule.
  package let rule: ConclusionRule
  /// The outcomes of the items, one per control over all of its assets.
  package let tally: OutcomeTally
  /// The controls whose failure is taken for a major hazard (重大风险隐患).
  package let hazards: [String]
  /// The greatest level of a risk among the findings, 1 to 5; 0 when there is none.
  package let highestRisk: Int
  /// The score, for rules that make one.
  package let score: Score?
  /// The verdict.
  package let verdict: Verdict
  /// How the rule was read where its source is silent, the case at hand first.
  package let readings: [LocalizedText]

  /// Concludes from items.
  ///
  /// An item that is not reviewed, stale or in error counts as applicable and not met.
  package init(_ rule: ConclusionRule, items: ScoredItems) {
    self.rule = rule
    tally = items.tally
    hazards = items.hazards
    highestRisk = items.highestRisk
    switch rule {
    case .rateBands(let bands):
      let reading = RateReading(items.tally, hazards: items.hazards.count, by: bands)
      (score, verdict, readings) = (nil, reading.verdict, reading.notes)
    case .score(let rule):
      let score = Score(items.items, by: rule.method)
      self.score = score
      verdict = Verdict(
        score, by: rule, isConclusive: items.tally.conclusive > 0, highestRisk: items.highestRisk)
      readings = rule.source.note.map { [$0] } ?? []
    }
  }
}

extension Conclusion.Verdict {
  /// Nothing was evaluated, so nothing is concluded.
  static let none = Self(
    id: "none", name: LocalizedText(zh: "无结论", en: "No conclusion"), tone: nil)
  /// The rule gives a number and no more.
  static let scoreOnly = Self(
    id: "score_only", name: LocalizedText(zh: "仅计分", en: "Score only"), tone: nil)

  /// Reads a score by the first grade whose conditions hold.
  fileprivate init(_ score: Score, by rule: ScoreRule, isConclusive: Bool, highestRisk: Int) {
    guard let value = score.rounded, isConclusive else {
      self = .none
      return
    }
    let grade = rule.grades.first { grade in
      value >= grade.minimum && grade.highestRisk.map { highestRisk <= $0 } ?? true
    }
    self = grade.map { Self(id: $0.id, name: $0.name, tone: $0.tone) } ?? .scoreOnly
  }
}
