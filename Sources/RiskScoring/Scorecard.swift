// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Assessment
package import ControlCatalog

/// An assessment with its conclusion, risks and plan.
package struct Scorecard: Sendable {
  /// What was assessed, and what it came to.
  package let assessment: AssessmentResult
  /// What each control came to over all assets.
  package let rollUp: ControlRollUp
  /// The verdict.
  package let conclusion: Conclusion
  /// What other rules make of the same outcomes, in the order of their names.
  package let otherConclusions: [Conclusion]
  /// The risks, the greatest first.
  package let risks: RiskRegister
  /// What to mend first.
  package let plan: RemediationPlan

  /// Scores an assessment by a rule, beside which the others are shown, and a way to rate risks.
  package init(
    _ assessment: AssessmentResult, library: ControlLibrary, rule: ConclusionRule,
    others: [ConclusionRule], riskMethod: RiskMethod
  ) {
    self.assessment = assessment
    rollUp = ControlRollUp(assessment.controls)
    risks = RiskRegister(assessment.controls, method: riskMethod)
    let items = ScoredItems(
      rollUp.items.map { ScoredItem($0, library: library) },
      hazards: MajorHazards.suspected(in: rollUp, library: library),
      highestRisk: risks.entries.map(\.rating.level).max() ?? 0)
    conclusion = Conclusion(rule, items: items)
    otherConclusions = others.filter { $0.source.id != rule.source.id }
      .map { Conclusion($0, items: items) }
    plan = RemediationPlan(rollUp, risks: risks)
  }
}
