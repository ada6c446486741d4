// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs `init` and `assess` over folders as people fill them in.
struct AssessmentRunTests {
  private func assess(_ scratch: Scratch, _ arguments: [String] = []) async throws -> Program.Run {
    try await Program.run(
      ["assess", "a", "--as-of", "2026-11-23", "--quiet"] + arguments, in: scratch.path)
  }

  @Test func `init makes a folder once, and unanswered questions are not reviewed`() async throws {
    let scratch = Scratch()
    let first = try await Program.run(["init", "a"], in: scratch.path)
    #expect(first.status == 0, "\(first.errors)")
    let made = try scratch.contents("a")
    let second = try await Program.run(["init", "a"], in: scratch.path)
    #expect(second.status == 2)
    #expect(try scratch.contents("a") == made)

    // Without a host to read, nothing at all is evaluated.
    try scratch.write(
      "organization: {name: Sample}\nprofile: mlps-3\nassets: [{id: s, kind: system}]\n",
      to: "a/plumbline.yaml")
    let run = try await assess(scratch)
    #expect(run.status == 2)
    let report = try ReportFile(in: "\(scratch.path)/a/reports")
    #expect(!report.controls.isEmpty)
    #expect(report.controls.allSatisfy { ["not_reviewed", "not_applicable"].contains($0.outcome) })
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answers: String
    let place: String
    let message: String
  }

  @Test(arguments: [
    Mistake(
      testDescription: "unknown question", answers: "DAT-XYZ-01.policy: {}\n", place: "1:1",
      message: "there is no question"),
    Mistake(
      testDescription: "no key of a question", answers: "policy: {}\n", place: "1:1",
      message: "must have the form"),
  ])
  func `a mistake in the answers is refused with its place`(_ mistake: Mistake) async throws {
    let scratch = Scratch()
    try scratch.write(
      "organization: {name: Sample}\nprofile: mlps-3\nassets: []\n", to: "a/plumbline.yaml")
    try scratch.write(mistake.answers, to: "a/answers/wrong.yaml")
    let run = try await assess(scratch)
    #expect(run.status == 2)
    #expect(run.errors.contains("a/answers/wrong.yaml:\(mistake.place): error:"), "\(run.errors)")
    #expect(run.errors.contains(mistake.message), "\(run.errors)")
    #expect(try scratch.contents("a/reports").isEmpty)
  }

  @Test func `the same input gives the same bytes`() async throws {
    let scratch = Scratch()
    for output in ["one", "two"] {
      let run = try await Program.run(
        [
          "assess", Folders.sampleShop, "--as-of", "2026-11-23", "--quiet", "--output",
          "\(scratch.path)/\(output)",
        ])
      #expect(run.errors == "")
    }
    let one = try scratch.contents("one")
    #expect(one.keys.contains("report.json"))
    #expect(try one == scratch.contents("two"))
  }

  @Test func `where nothing can be written nothing is left`() async throws {
    let scratch = Scratch()
    try scratch.writeAssessment(root: "../root")
    try scratch.write("x\n", to: "root/etc/hostname")
    try scratch.write("a file\n", to: "blocked")
    let run = try await Program.run(
      ["assess", "assessment", "--quiet", "--output", "blocked/reports"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(try scratch.text("blocked") == "a file\n")
  }

  struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (String) throws -> Void
  }

  private static let hostile = [
    Hostile(testDescription: "a link out of the root") {
      symlink("../../../../../../../../etc/hosts", $0)
    },
    Hostile(testDescription: "a pipe") { mkfifo($0, 0o600) },
    Hostile(testDescription: "a folder") { mkdir($0, 0o755) },
    Hostile(testDescription: "binary junk") {
      try Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167) })
        .write(to: URL(fileURLWithPath: $0))
    },
    Hostile(testDescription: "a line of ten megabytes") {
      try Data(repeating: 0x61, count: 10 << 20).write(to: URL(fileURLWithPath: $0))
    },
  ]

  @Test(arguments: hostile)
  func `a hostile sshd_config passes nothing`(_ hostile: Hostile) async throws {
    let scratch = Scratch()
    try scratch.writeAssessment(root: "../root")
    try scratch.write("host\n", to: "root/etc/ssh/.keep")
    try hostile.make("\(scratch.path)/root/etc/ssh/sshd_config")
    let run = try await Program.run(
      ["assess", "assessment", "--as-of", "2026-11-23", "--quiet"], in: scratch.path)
    #expect((1...2).contains(run.status), "\(run.status) \(run.errors)")
    let report = try ReportFile(in: "\(scratch.path)/assessment/reports")
    for control in report.controls where control.control_id.hasPrefix("SAF-SSH-") {
      #expect(control.outcome != "pass", "\(control.control_id)")
    }
    let sshd = report.evidence.first { $0.query == "sshd()" }
    #expect(sshd?.status != nil && sshd?.status != "collected")
  }
}
