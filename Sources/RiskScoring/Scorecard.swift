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
  /// The risks, the greatest first.
  package let risks: RiskRegister
  /// What to mend first.
  package let plan: RemediationPlan

  /// Scores an assessment by a rule and a matrix of the library.
  package init(
    _ assessment: AssessmentResult, library: ControlLibrary, rule: RateBands, matrix: RiskMatrix
  ) {
    self.assessment = assessment
    rollUp = ControlRollUp(assessment.controls)
    conclusion = Conclusion(
      rule: rule, tally: rollUp.tally,
      hazards: MajorHazards.suspected(in: rollUp, library: library))
    risks = RiskRegister(assessment.controls, matrix: matrix)
    plan = RemediationPlan(rollUp, risks: risks)
  }
}
