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

/// Assesses hosts that do not give what they are asked for.
struct UnreadableHostTests {
  @Test func `what is missing does not pass`() async throws {
    let assessment = try SmallAssessment()
    try FileManager.default.removeItem(atPath: "\(assessment.scratch.path)/host/etc/passwd")
    let run = try await assessment.assess()
    #expect(run.status == 0, "\(run.errors)")
    #expect(try assessment.report().outcome(of: "SML-ACC-01") == "not_reviewed")
  }

  @Test func `a configuration that sshd refuses is an error with its line`() async throws {
    let assessment = try SmallAssessment()
    try assessment.scratch.write(
      "Port 22\nPermitRootLogni no\n", to: "host/etc/ssh/sshd_config")
    let run = try await assessment.assess()
    #expect(run.status == 2)
    #expect(try assessment.report().outcome(of: "SML-SSH-01") == "error")
    let why = try await Program.run(
      ["explain", "SML-SSH-01", "a", "--controls", "lib", "--as-of", "2026-11-23"],
      in: assessment.scratch.path)
    #expect(why.output.contains("/etc/ssh/sshd_config:2: there is no keyword 'PermitRootLogni'"))
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become another user"))
  func `what only root may read is denied, said once and listed`() async throws {
    let assessment = try SmallAssessment()
    let root = assessment.scratch.path
    chmod("\(root)/host/etc/ssh/sshd_config", 0o600)
    chmod("\(root)/host/etc/shadow", 0o600)
    mkdir("\(root)/a/reports", 0o755)
    let run = try await runAsNobody(assessment)
    #expect(run.status == 0, "\(run.errors)")
    let report = try assessment.report()
    #expect(report.outcome(of: "SML-SSH-01") == "not_reviewed")
    #expect(report.outcome(of: "SML-ACC-01") != "pass")
    #expect(report.evidence.filter { $0.status == "denied" }.count == 2)
    #expect(report.limits.contains { $0.text.en.contains("denied") || $0.text.en.contains("root") })
    let lines = run.output.split(separator: "\n").filter { $0.contains("denied") }
    #expect(lines.count == 1, "\(run.output)")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become another user"))
  func `where it may not write the old report stays as it was`() async throws {
    let assessment = try SmallAssessment()
    #expect(try await assessment.assess().status == 0)
    let before = try assessment.scratch.contents("a")
    try assessment.scratch.write("PermitRootLogin yes\n", to: "host/etc/ssh/sshd_config")
    // The reports could be replaced, the evidence beside them could not.
    let root = assessment.scratch.path
    chmod("\(root)/a/reports/evidence", 0o555)
    chown("\(root)/a/reports", 65_534, 65_534)
    let run = try await runAsNobody(assessment, chown: false)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("a/reports/evidence/web-1.json"), "\(run.errors)")
    #expect(try assessment.scratch.contents("a") == before)
  }

  /// A program that other users may not reach is copied for them.
  private func runAsNobody(_ assessment: SmallAssessment, chown owns: Bool = true) async throws
    -> Program.Run
  {
    let root = assessment.scratch.path
    chmod(root, 0o755)
    if owns { chown("\(root)/a/reports", 65_534, 65_534) }
    try FileManager.default.copyItem(atPath: Program.path, toPath: "\(root)/plumbline")
    return try await Program.command(
      "/usr/bin/setpriv",
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", "\(root)/plumbline"]
        + SmallAssessment.arguments,
      in: root)
  }

  @Test(.enabled("needs root and mount namespaces") { await canHideServer() })
  func `a command that hangs times out and passes nothing`() async throws {
    let assessment = try SmallAssessment()
    try assessment.writeScope(access: "local")
    try assessment.scratch.write("#!/bin/sh\nexec sleep 3600\n", to: "sshd")
    chmod("\(assessment.scratch.path)/sshd", 0o755)
    let run = try await Program.command(
      "/usr/bin/unshare",
      [
        "-m", "/bin/sh", "-c", "mount --bind sshd /usr/sbin/sshd && exec \"$@\"", "sh",
        Program.path,
      ] + SmallAssessment.arguments, in: assessment.scratch.path)
    #expect(run.status == 2, "\(run.errors)")
    let report = try assessment.report()
    #expect(report.outcome(of: "SML-SSH-01") == "error")
    #expect(report.evidence.first { $0.query == "sshd()" }?.status == "timed_out")
  }

  private static func canHideServer() async -> Bool {
    guard geteuid() == 0, SSHServer.isInstalled else { return false }
    let run = try? await Program.command(
      "/usr/bin/unshare", ["-m", "mount", "--bind", "/bin/true", "/usr/sbin/sshd"])
    return run?.status == 0
  }
}
