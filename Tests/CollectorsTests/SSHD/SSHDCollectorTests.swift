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
    ("MaxAuthTries many", "/etc/ssh/sshd_config:1: 'many' is no value for 'MaxAuthTries'"),
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

  @Test(arguments: [
    (
      "Port 22\nPermitRootLogni no\n",
      "/etc/ssh/sshd_config:2: there is no keyword 'PermitRootLogni' "
        + "(did you mean 'PermitRootLogin'?), so OpenSSH refuses the file",
      "/etc/ssh/sshd_config:2：没有名为 'PermitRootLogni' 的关键字（是否想写 'PermitRootLogin'？），OpenSSH 会拒绝该配置"
    ),
    (
      "PermitRootLogin maybe\nUsePAM on\nPort x",
      "/etc/ssh/sshd_config:1: 'PermitRootLogin' must be one of yes, no, prohibit-password, "
        + "without-password, forced-commands-only, not 'maybe', so OpenSSH refuses the file, "
        + "and 2 more lines",
      "/etc/ssh/sshd_config:1：'PermitRootLogin' 须为 yes、no、prohibit-password、without-password、"
        + "forced-commands-only 之一，不能是 'maybe'，OpenSSH 会拒绝该配置；另有 2 处"
    ),
    (
      "Match User a\n  Port 22",
      "/etc/ssh/sshd_config:2: 'Port' must not stand in a Match block, so OpenSSH refuses the file",
      "/etc/ssh/sshd_config:2：'Port' 不得出现在 Match 块中，OpenSSH 会拒绝该配置"
    ),
  ])
  func `a refusal names the line and the reason`(text: String, en: String, zh: String) async {
    let host = MemoryHost(["/etc/ssh/sshd_config": .text(text)])
    let observation = await CollectorRun.observe("sshd", on: host)
    #expect(observation.status == .failed)
    #expect(observation.reason?.en == en)
    #expect(observation.reason?.zh == zh)
  }

  /// What OpenSSH brought after or distributions add to the version of the tests.
  @Test(arguments: [
    "PerSourcePenalties crash:3600s authfail:5s", "PerSourcePenaltyExemptList 10.0.0.0/8",
    "RefuseConnection no", "SshdSessionPath /usr/lib/openssh/sshd-session",
    "PAMServiceName sshd", "KexAlgorithms mlkem768x25519-sha256", "Match invalid-user",
    "KerberosUseKuserok yes", "GSSAPIEnablek5users no", "RSAMinSize 2048", "UseBlacklist no",
  ])
  func `other versions have more keywords`(text: String) async {
    let host = MemoryHost(["/etc/ssh/sshd_config": .text(text + "\n")])
    let observation = await CollectorRun.observe("sshd", on: host)
    #expect(observation.status == .collected, "\(observation.reason?.en ?? "")")
  }
}
