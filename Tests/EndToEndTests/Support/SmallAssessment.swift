// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TestSupport

/// An assessment of one stored host by a library of four controls.
struct SmallAssessment {
  static let library = "\(Folders.package)/Tests/EndToEndTests/Fixtures/small-library"

  /// Holds `lib`, `host` and the assessment folder `a`.
  let scratch = Scratch()

  /// Makes all of it so that every control passes.
  init() throws {
    try FileManager.default.copyItem(atPath: Self.library, toPath: "\(scratch.path)/lib")
    for name in ["scoring", "organization.yaml"] {
      try FileManager.default.copyItem(
        atPath: "\(Folders.controls)/\(name)", toPath: "\(scratch.path)/lib/\(name)")
    }
    try scratch.write("root:x:0:0::/root:/bin/sh\n", to: "host/etc/passwd")
    try scratch.write("root:x:0:\n", to: "host/etc/group")
    try scratch.write("root:!:19000:0:99999:7:::\n", to: "host/etc/shadow")
    try scratch.write("PermitRootLogin no\n", to: "host/etc/ssh/sshd_config")
    try scratch.write(
      "[Install]\nWantedBy=multi-user.target\n",
      to: "host/usr/lib/systemd/system/rsyslog.service")
    let wants = "\(scratch.path)/host/etc/systemd/system/multi-user.target.wants"
    try FileManager.default.createDirectory(atPath: wants, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(wants)/rsyslog.service",
      withDestinationPath: "/usr/lib/systemd/system/rsyslog.service")
    try writeScope(access: "{root: ../host}")
    try answer()
  }

  /// Writes what is assessed.
  func writeScope(access: String, more: String = "") throws {
    try scratch.write(
      """
      organization: {name: Sample}
      profile: small
      assets:
        - {id: web-1, kind: host, access: \(access)}
      \(more)
      """, to: "a/plumbline.yaml")
  }

  /// Writes the answer to the one question.
  func answer(on date: String = "2026-11-01", approved: Bool = true, more: String = "") throws {
    try scratch.write(
      """
      SML-ASK-01.policy:
        answered_by: Li Lei
        answered_on: \(date)
        approved: \(approved)
        approved_on: 2025-10-01
      \(more)
      """, to: "a/answers/small.yaml")
  }

  /// Assesses as of a fixed day.
  func assess(_ arguments: [String] = []) async throws -> Program.Run {
    try await Program.run(Self.arguments + arguments, in: scratch.path)
  }

  static let arguments = ["assess", "a", "--controls", "lib", "--as-of", "2026-11-23", "--quiet"]

  /// The report of the last assessment.
  func report() throws -> ReportFile { try ReportFile(in: "\(scratch.path)/a/reports") }
}
