// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

struct SSHDCollectorTests {
  @Test func `includes count where they stand and the first value wins`() async throws {
    let observation = await CollectorRun.observe("sshd", on: try FixtureHost.open("debian"))
    #expect(observation["permitrootlogin"] == "no")
    #expect(observation.origin("permitrootlogin") == "/etc/ssh/sshd_config.d/10-hardening.conf:1")
    #expect(observation["maxauthtries"] == 4)
    #expect(observation["kbdinteractiveauthentication"] == "no")
    #expect(observation["clientaliveinterval"] == 0)
    #expect(observation["subsystem"] == ["sftp /usr/lib/openssh/sftp-server"])
    #expect(
      observation["ciphers"] == [
        "chacha20-poly1305@openssh.com", "aes192-ctr", "aes256-ctr", "aes256-gcm@openssh.com",
      ])
    #expect(
      observation["match_blocks"] == [
        ["condition": "User deploy", "settings": ["passwordauthentication": "no"]],
        [
          "condition": "Group sftp",
          "settings": ["forcecommand": "internal-sftp", "permitrootlogin": "no"],
        ],
      ])
    #expect(
      observation.origin("match_blocks", "1", "settings", "permitrootlogin")
        == "/etc/ssh/sshd_config:12")
  }

  @Test func `a crypto policy is followed through two includes`() async throws {
    let observation = await CollectorRun.observe("sshd", on: try FixtureHost.open("rhel"))
    #expect(observation["ciphers"] == ["aes256-gcm@openssh.com", "aes256-ctr"])
    #expect(
      observation.origin("ciphers") == "/etc/crypto-policies/back-ends/opensshserver.config:1")
  }

  @Test(arguments: [
    ("Include /etc/ssh/sshd_config", "'Include' in"),
    ("MaxAuthTries many", "/etc/ssh/sshd_config:1 is malformed"),
    ("LoginGraceTime 2147483647w9999999999w", "/etc/ssh/sshd_config:1 is malformed"),
  ])
  func `what sshd would refuse has failed`(text: String, reason: String) async {
    let host = MemoryHost(["/etc/ssh/sshd_config": .text(text)])
    let observation = await CollectorRun.observe("sshd", on: host)
    #expect(observation.status == .failed)
    #expect(observation.reason?.en.hasPrefix(reason) == true, "\(observation.reason?.en ?? "")")
  }

  @Test func `without a file the defaults hold, without a server nothing`() async {
    let server = MemoryHost(["/usr/sbin/sshd": .file([])])
    let observation = await CollectorRun.observe("sshd", on: server)
    #expect(observation["permitrootlogin"] == "without-password")
    #expect(await CollectorRun.observe("sshd", on: MemoryHost()).status == .absent)
  }

  /// Configurations on which our reading and that of sshd must agree.
  static let corpus = [
    "", "PermitRootLogin=no\nPermitRootLogin yes\n", "port 2222\nPort 22\n",
    "PermitRootLogin prohibit-password\n", "PermitRootLogin \"forced-commands-only\" # why\n",
    "Ciphers +aes128-cbc\nMACs -hmac-sha1*,umac-64@openssh.com\nKexAlgorithms ^ecdh-sha2-nistp521\n",
    "Ciphers aes256-ctr,aes128-ctr\n",
    "HostKeyAlgorithms -ecdsa*\nPubkeyAcceptedKeyTypes +ssh-rsa\n",
    "LoginGraceTime 1m30s\nClientAliveInterval 5m\nClientAliveCountMax 0\n", "LoginGraceTime 0\n",
    "AllowUsers alice bob\nAllowUsers carol@10.0.0.*\nDenyGroups  guests\n",
    "AuthenticationMethods publickey,password publickey\n",
    "ChallengeResponseAuthentication no\nUsePAM yes\n",
    "LogLevel verbose\nBanner /etc/issue.net\nGatewayPorts ClientSpecified\n",
    "AllowTcpForwarding local\nIgnoreRhosts shosts-only\nAllowAgentForwarding NO\n",
    "X11Forwarding yes\nMatch User nobody\n X11Forwarding no\n MaxAuthTries 2\n",
    "MaxAuthTries 5\nMatch all\n MaxAuthTries 3\n X11Forwarding yes\n",
    "Match all\n MaxAuthTries 3\nMatch all\n MaxAuthTries 2\n",
    "Subsystem sftp internal-sftp -l INFO\nPermitUserEnvironment LANG,LC_*\n",
    "\tPermitEmptyPasswords\tyes\r\nStrictModes no\nMaxSessions 3\n",
    "AllowTcpForwarding all\nHostbasedAuthentication yes\nPubkeyAuthentication no\n",
    "Include {root}/part-*.conf\nPermitRootLogin yes\n",
    "Match User nobody\n Include {root}/part-*.conf\nMatch all\n PasswordAuthentication no\n",
  ]

  @Test(
    .enabled("needs root, sshd and its host keys") { await canAskServer() }, .serialized,
    arguments: corpus)
  func `our reading agrees with sshd`(template: String) async throws {
    let scratch = Scratch()
    let text = template.replacing("{root}", with: scratch.path)
    scratch.write([
      "/sshd_config": .text(text), "/part-1.conf": .text("MaxAuthTries 1\nMatch User x\n"),
      "/part-2.conf": .text("MaxAuthTries 2\nMaxSessions 7\n"),
    ])
    let path: [String: EvidenceValue] = ["path": .string(scratch.path + "/sshd_config")]
    let asked = await CollectorRun.observe("sshd", path, on: LocalHost())
    let read = await CollectorRun.observe("sshd", path, on: StoredFiles())
    #expect(asked.status == .collected, "\(asked.reason?.en ?? "")")
    #expect(asked.sources.contains { $0.kind == .command })
    #expect(read.sources.allSatisfy { $0.kind == .file })
    for (field, value) in asked.value?.objectValue ?? [:] {
      #expect(read.value?[field] == value, "\(field)")
    }
  }

  @Test(.enabled("needs root, sshd and its host keys") { await canAskServer() })
  func `a configuration that sshd refuses has failed`() async {
    let scratch = Scratch()
    scratch.write(["/sshd_config": .text("NoSuchKeyword yes\n")])
    let path: [String: EvidenceValue] = ["path": .string(scratch.path + "/sshd_config")]
    let observation = await CollectorRun.observe("sshd", path, on: LocalHost())
    #expect(observation.status == .failed)
    #expect(observation.reason?.en.contains("Bad configuration option") == true)
  }

  private static func canAskServer() async -> Bool {
    guard LocalHost().isPrivileged,
      let command = ReadOnlyCommand.sshdSettings(path: "/etc/ssh/sshd_config"),
      let output = try? await LocalHost().run(command)
    else { return false }
    return output.exitCode == 0
  }

  /// The files of this machine, without its running programs.
  private struct StoredFiles: Host {
    let isLive = false
    let isPrivileged = true
    var identity: HostIdentity { get async { await LocalHost().identity } }

    func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
      try await LocalHost().read(path, limit: limit)
    }

    func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
      try await LocalHost().status(of: path, followLinks: followLinks)
    }

    func list(_ directory: String) async throws(HostError) -> [String] {
      try await LocalHost().list(directory)
    }

    func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
      throw HostError(.unsupported, command.line)
    }
  }
}
