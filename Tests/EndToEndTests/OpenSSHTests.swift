// Plumbline
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// Audits configurations that a real OpenSSH server accepts.
@Suite(.enabled(if: SSHServer.isInstalled, "needs the package openssh-server"))
struct OpenSSHTests {
  private static let controls = (1...7).map { "SAF-SSH-0\($0)" }

  private func audit(_ server: SSHServer) async throws -> (Program.Run, ReportFile) {
    let folder = "\(server.scratch.path)/assessment"
    let run = try await Program.run(["assess", folder, "--as-of", "2026-11-23", "--quiet"])
    return (run, try ReportFile(in: "\(folder)/reports"))
  }

  @Test func `a server that keeps every rule passes every control`() async throws {
    let server = try await SSHServer()
    try await server.serve {
      #expect(try await server.shownKey() == server.madeKey())
      let effective = try await server.effective("user=deploy,host=client,addr=10.1.1.1")
      #expect(effective.status == 0, "\(effective.errors)")
      #expect(effective.output.contains("\nmaxauthtries 4\n"))
      let (run, report) = try await audit(server)
      #expect(run.errors == "")
      for control in Self.controls {
        #expect(report.outcome(of: control) == "pass", "\(control)")
      }
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let setting: String
    let control: String
    let check: String
    /// What `sshd -T` prints for it, when that is not the setting itself.
    let effective: String

    var testDescription: String { setting }

    init(_ setting: String, _ control: String, _ check: String, effective: String? = nil) {
      self.setting = setting
      self.control = control
      self.check = check
      let words = setting.split(separator: " ", maxSplits: 1)
      self.effective = effective ?? "\(words[0].lowercased()) \(words[1])"
    }
  }

  private static let broken = [
    Case("PermitRootLogin yes", "SAF-SSH-01", "root_login"),
    Case(
      "PermitRootLogin prohibit-password", "SAF-SSH-01", "root_login",
      effective: "permitrootlogin without-password"),
    Case("PermitEmptyPasswords yes", "SAF-SSH-02", "empty_passwords"),
    Case("HostbasedAuthentication yes", "SAF-SSH-02", "host_trust"),
    Case("IgnoreRhosts no", "SAF-SSH-02", "host_trust"),
    Case("PubkeyAuthentication no", "SAF-SSH-02", "public_keys"),
    Case("StrictModes no", "SAF-SSH-02", "public_keys"),
    Case("PasswordAuthentication yes", "SAF-SSH-02", "password_alone"),
    Case("KbdInteractiveAuthentication yes", "SAF-SSH-02", "password_alone"),
    Case("MaxAuthTries 10", "SAF-SSH-03", "attempts"),
    Case("LoginGraceTime 10m", "SAF-SSH-03", "grace", effective: "logingracetime 600"),
    Case("LoginGraceTime 0", "SAF-SSH-03", "grace"),
    Case(
      "ClientAliveInterval 1h", "SAF-SSH-04", "dead_connections",
      effective: "clientaliveinterval 3600"),
    Case("ClientAliveCountMax 0", "SAF-SSH-04", "dead_connections"),
    Case("Ciphers aes256-gcm@openssh.com,aes128-cbc", "SAF-SSH-05", "ciphers"),
    Case("MACs hmac-sha1", "SAF-SSH-05", "macs"),
    Case("KexAlgorithms diffie-hellman-group14-sha1", "SAF-SSH-05", "key_exchanges"),
    Case("AllowTcpForwarding yes", "SAF-SSH-06", "tcp"),
    Case("GatewayPorts yes", "SAF-SSH-06", "tcp"),
    Case("AllowAgentForwarding yes", "SAF-SSH-06", "agent"),
    Case("X11Forwarding yes", "SAF-SSH-06", "x11"),
    Case("PermitUserEnvironment yes", "SAF-SSH-06", "environment"),
    Case("LogLevel FATAL", "SAF-SSH-07", "log_level"),
    Case("Banner none", "SAF-SSH-07", "banner"),
  ]

  @Test(arguments: broken)
  func `a setting that breaks a rule fails its control alone`(_ broken: Case) async throws {
    let server = try await SSHServer()
    let keyword = broken.setting.split(separator: " ")[0]
    try server.write(
      server.settings.map { $0.hasPrefix("\(keyword) ") ? broken.setting : $0 })
    try await expectFinding(server, broken)
  }

  private static let blocks = [
    Case(
      "PermitRootLogin yes", "SAF-SSH-01", "match_blocks", effective: "permitrootlogin yes"),
    Case("PasswordAuthentication yes", "SAF-SSH-02", "match_blocks"),
    Case("PermitEmptyPasswords yes", "SAF-SSH-02", "empty_passwords"),
  ]

  @Test(arguments: blocks)
  func `a Match block that relaxes a rule fails its control`(_ broken: Case) async throws {
    let server = try await SSHServer()
    try server.write(server.settings + ["Match Address 10.0.0.0/8", "    \(broken.setting)"])
    try await expectFinding(server, broken)
  }

  /// Expects that OpenSSH takes the setting and serves by it, that it fails one control, and that its line is named.
  private func expectFinding(_ server: SSHServer, _ broken: Case) async throws {
    let effective = try await server.effective("user=root,host=client,addr=10.1.1.1")
    #expect(effective.status == 0, "\(effective.errors)")
    #expect(effective.output.contains("\(broken.effective)\n"), "\(effective.output)")
    try await server.serve {
      #expect(try await server.greeting().hasPrefix("SSH-2.0-OpenSSH"))
      try await expectFindingWhileServing(server, broken)
    }
  }

  private func expectFindingWhileServing(_ server: SSHServer, _ broken: Case) async throws {
    let (run, report) = try await audit(server)
    #expect(run.status == 1, "\(run.errors)")
    for control in Self.controls where control != broken.control {
      #expect(report.outcome(of: control) == "pass", "\(control)")
    }
    #expect(["fail", "partial"].contains(report.outcome(of: broken.control)))
    #expect(report.check(broken.check, of: broken.control)?.outcome == "fail")

    let why = try await Program.run(
      ["explain", broken.control, "\(server.scratch.path)/assessment", "--as-of", "2026-11-23"])
    #expect(why.status == 1)
    let line = try #require(try server.line(of: broken.setting))
    #expect(why.output.contains("/etc/ssh/sshd_config:\(line)"), "\(why.output)")
  }
}
