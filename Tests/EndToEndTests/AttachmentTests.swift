// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TestSupport
import Testing

/// Follows the files attached to answers into the evidence folder.
struct AttachmentTests {
  /// What `sha256sum` prints of `approved` and a line break.
  private static let digest = "7f8518f7db5e9a55049f49c4ea6d6e8f509695231e60cbd607bcb36c88a75a14"
  private static let copy = "a/reports/evidence/attachments/\(digest).txt"

  private func assessment() throws -> SmallAssessment {
    let assessment = try SmallAssessment()
    try assessment.scratch.write("approved\n", to: "a/proof/approval.txt")
    try assessment.scratch.write("approved\n", to: "a/proof/同一份.txt")
    try assessment.answer(more: "  attachments: [proof/approval.txt, proof/同一份.txt]")
    return assessment
  }

  @Test func `attachments are copied under their digest, which sha256sum confirms`() async throws {
    let assessment = try assessment()
    let run = try await assessment.assess()
    #expect(run.status == 0, "\(run.errors)")
    #expect(try assessment.scratch.text(Self.copy) == "approved\n")
    let folder = "\(assessment.scratch.path)/a/reports/evidence"
    let list = try assessment.scratch.text("a/reports/evidence/attachments.sha256")
    let line = "\(Self.digest)  attachments/\(Self.digest).txt\n"
    #expect(list == "# proof/approval.txt\n\(line)# proof/同一份.txt\n\(line)")
    let check = try await Program.command(
      "/usr/bin/sha256sum", ["-c", "attachments.sha256"], in: folder)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func `an attachment that did not change is not mentioned`() async throws {
    let assessment = try assessment()
    _ = try await assessment.assess()
    let run = try await assessment.assess()
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test func `a changed attachment is said, and the old copy stays`() async throws {
    let assessment = try assessment()
    _ = try await assessment.assess()
    try assessment.scratch.write("rejected\n", to: "a/proof/approval.txt")
    let run = try await assessment.assess(["--lang", "en"])
    #expect(run.status == 0)
    #expect(
      run.errors.contains(
        "warning: the attachment proof/approval.txt changed since the last assessment"),
      "\(run.errors)")
    #expect(!run.errors.contains("同一份"))
    #expect(try assessment.scratch.text(Self.copy) == "approved\n")
    #expect(try assessment.scratch.contents("a/reports/evidence/attachments").count == 2)
    #expect(try await assessment.assess().errors == "")
  }

  @Test func `a copy that was tampered with is said and written again`() async throws {
    let assessment = try assessment()
    _ = try await assessment.assess()
    try assessment.scratch.write("forged\n", to: Self.copy)
    let run = try await assessment.assess(["--lang", "en"])
    #expect(run.errors.contains("of the attachment proof/approval.txt was changed or is gone"))
    #expect(try assessment.scratch.text(Self.copy) == "approved\n")
  }
}
