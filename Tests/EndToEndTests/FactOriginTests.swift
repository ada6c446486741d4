// Plumbline
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// Follows each fact of an explanation back to where it was written.
struct FactOriginTests {
  private func explain(_ scope: String, sshd: String, _ control: String = "SAF-SSH-03") async throws
    -> String
  {
    let scratch = Scratch()
    try scratch.write(sshd, to: "host/etc/ssh/sshd_config")
    try scratch.write(
      """
      organization: {name: Sample}
      profile: host-baseline
      \(scope)assets:
        - {id: web-1, kind: host, access: {root: ../host}}

      """, to: "a/plumbline.yaml")
    let run = try await Program.run(
      ["explain", control, "a", "--as-of", "2026-11-23"], in: scratch.path)
    #expect(run.status == 1, "\(run.errors)")
    return run.output
  }

  @Test func `a setting, a default of the catalog`() async throws {
    let text = try await explain("", sshd: "Port 22\nMaxAuthTries 9\n")
    #expect(text.contains("sshd.maxauthtries = 9 "), "\(text)")
    #expect(text.contains(" /etc/ssh/sshd_config:2"))
    #expect(text.contains("params.attempts = 4 "))
    #expect(text.contains(" Controls/safeguarding/SAF-SSH-03.yaml:20"))
  }

  @Test func `a value that the assessment sets`() async throws {
    let text = try await explain(
      "parameters:\n  SAF-SSH-03.attempts: 5\n", sshd: "MaxAuthTries 9\n")
    #expect(text.contains("params.attempts = 5 "), "\(text)")
    #expect(text.contains(" a/plumbline.yaml:4"))
  }

  @Test func `the setting is to be mended, not what is accepted`() async throws {
    let text = try await explain("", sshd: "PermitRootLogin yes\n", "SAF-SSH-01")
    #expect(
      text.contains(#"passes when sshd.permitrootlogin is one of ["no"]"#), "\(text)")
  }

  @Test func `what no file says comes from the program that was asked`() async throws {
    let text = try await explain("", sshd: "Port 22\n")
    #expect(text.contains("sshd.maxauthtries = 6 "), "\(text)")
    #expect(text.contains(" sshd()"))
  }
}
