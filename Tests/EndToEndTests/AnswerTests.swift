// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TestSupport
import Testing

/// Follows answers from their file to the outcome.
struct AnswerTests {
  private static let control = "SML-ASK-01"

  @Test(arguments: [
    ("2026-11-01", true, "pass", 0), ("2026-11-01", false, "fail", 1),
    ("2025-11-22", true, "stale", 0), ("2025-11-23", true, "pass", 0),
    ("2026-11-23", true, "pass", 0), ("2026-11-24", true, "not_reviewed", 0),
  ])
  func `an answer counts from its day to the end of its term`(
    date: String, approved: Bool, outcome: String, status: Int
  ) async throws {
    let assessment = try SmallAssessment()
    try assessment.answer(on: date, approved: approved)
    let run = try await assessment.assess()
    #expect(run.status == status, "\(run.errors)")
    #expect(try assessment.report().outcome(of: Self.control) == outcome)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answers: String
    let place: String
    let message: String
  }

  @Test(arguments: [
    Mistake(
      testDescription: "misspelt question", answers: "SML-ASK-01.polcy: {}\n", place: "1:1",
      message: "did you mean 'SML-ASK-01.policy'?"),
    Mistake(
      testDescription: "an asset that is not asked about",
      answers: "SML-ASK-01.policy@web-9: {}\n", place: "1:1",
      message: "is answered once for the organisation"),
    Mistake(
      testDescription: "misspelt field",
      answers: """
        SML-ASK-01.policy:
          answered_by: Li Lei
          answered_on: 2026-11-01
          aproved: true
          approved_on: 2026-10-01

        """, place: "4:3", message: "did you mean 'approved'?"),
    Mistake(
      testDescription: "a word where a date belongs",
      answers: """
        SML-ASK-01.policy:
          answered_by: Li Lei
          answered_on: 2026-11-01
          approved: true
          approved_on: soon

        """, place: "5:16", message: "error:"),
  ])
  func `a mistake in an answer is refused with its place`(_ mistake: Mistake) async throws {
    let assessment = try SmallAssessment()
    try assessment.scratch.write(mistake.answers, to: "a/answers/small.yaml")
    let run = try await assessment.assess()
    #expect(run.status == 2)
    #expect(run.errors.contains("a/answers/small.yaml:\(mistake.place): error:"), "\(run.errors)")
    #expect(run.errors.contains(mistake.message), "\(run.errors)")
    #expect(run.errors.contains("^"))
    #expect(try assessment.scratch.contents("a/reports").isEmpty)
  }

  @Test(arguments: ["../secret.txt", "/etc/passwd", "link.txt", "missing.txt"])
  func `an attachment outside of the folder is refused`(path: String) async throws {
    let assessment = try SmallAssessment()
    try assessment.scratch.write("secret\n", to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(assessment.scratch.path)/a/link.txt", withDestinationPath: "../secret.txt")
    try assessment.answer(more: "  attachments: [\(path)]")
    let run = try await assessment.assess()
    #expect(run.status == 2)
    #expect(
      run.errors.contains("the attachment '\(path)' does not exist inside the folder"),
      "\(run.errors)")
  }

  @Test func `an attachment inside of the folder is listed with its digest`() async throws {
    let assessment = try SmallAssessment()
    try assessment.scratch.write("approved\n", to: "a/evidence/approval.txt")
    try assessment.answer(more: "  attachments: [evidence/approval.txt]")
    let run = try await assessment.assess()
    #expect(run.status == 0, "\(run.errors)")
    let report = try assessment.scratch.text("a/reports/report.json")
    #expect(report.contains("evidence/approval.txt"))
    // What `sha256sum` prints.
    #expect(report.contains("7f8518f7db5e9a55049f49c4ea6d6e8f509695231e60cbd607bcb36c88a75a14"))
  }
}
