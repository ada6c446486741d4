// Plumbline
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// Chooses scoring tables in `plumbline.yaml`.
struct ScoringChoiceTests {
  private func assess(_ scoring: String) async throws -> (Program.Run, SmallAssessment) {
    let assessment = try SmallAssessment()
    try assessment.writeScope(access: "{root: ../host}", more: "scoring: \(scoring)")
    return (try await assessment.assess(["--lang", "en"]), assessment)
  }

  @Test func `the conclusion follows the rule that was chosen, and others stand beside it`()
    async throws
  {
    let (run, assessment) = try await assess("{conclusion: mlps-2021, risk: gbt20984-product}")
    #expect(run.output.hasPrefix("Self-assessed: Excellent; score 100.00; "), "\(run.output)")
    #expect(run.output.contains("by: MLPS deduction method (2021 template)"))
    let text = try assessment.scratch.text("a/reports/report.en.md")
    #expect(text.contains("- MLPS evaluation conclusion rule (2025): Met"))
    #expect(text.contains("- XCCDF flat scoring model: Score only, Score 100.00"))
  }

  @Test func `a misspelt table is an error with its place`() async throws {
    let (run, _) = try await assess("{conclusion: mlps-2012}")
    #expect(run.status == 2)
    #expect(
      run.errors.contains("a/plumbline.yaml:5:23: error: [unknown-scoring]"), "\(run.errors)")
    #expect(run.errors.contains("did you mean 'mlps-2021'?") || run.errors.contains("mlps-2019"))
  }
}
