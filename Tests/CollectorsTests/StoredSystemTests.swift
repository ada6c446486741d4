// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

/// The collectors over the files of two machines that do not run.
struct StoredSystemTests {
  private func debian(_ id: String, _ arguments: [String: EvidenceValue] = [:]) async throws
    -> Observation
  {
    await CollectorRun.observe(id, arguments, on: try FixtureHost.open("debian"))
  }

  @Test func `accounts are told with groups, and passwords by their state alone`() async throws {
    let accounts = try await debian("account", ["passwords": true])
    #expect(accounts["users.3.name"] == "shop")
    #expect(accounts["users.3.groups"] == ["shop", "sudo"])
    #expect(accounts["users.3.can_log_in"] == true)
    #expect(accounts["users.3.is_system"] == false)
    #expect(accounts["users.3.password"] == "set")
    #expect(accounts["users.3.hash_algorithm"] == "yescrypt")
    #expect(accounts["users.3.maximum_days"] == 90)
    #expect(accounts["users.3.last_changed"] == "2025-11-08T08:00:00+08:00")
    #expect(accounts["users.0.password"] == "locked")
    #expect(accounts["users.1.password"] == "disabled")
    #expect(accounts["users.1.can_log_in"] == false)
    #expect(accounts["users.2.is_system"] == true)
    #expect(accounts["users.4.password"] == "empty", "an empty field in passwd needs no shadow")
    #expect(accounts["users.4.can_log_in"] == true, "an empty shell is /bin/sh")
    #expect(accounts.value?["users"]?.listValue?.count == 5, "a malformed line is passed over")
    #expect(accounts.origin("users", "3", "shell") == "/etc/passwd:4")
    #expect(accounts.origin("users", "3", "maximum_days") == "/etc/shadow:4")
    #expect(!CanonicalJSON.text(of: accounts.evidenceValue).contains("$y$"))
  }

  @Test func `without asking for passwords shadow is not read`() async throws {
    let accounts = try await debian("account")
    #expect(accounts["users.3.password"] == nil)
    #expect(accounts.sources.map(\.name) == ["/etc/passwd", "/etc/group"])
    let rhel = await CollectorRun.observe(
      "account", ["passwords": true], on: try FixtureHost.open("rhel"))
    #expect(rhel["users.0.hash_algorithm"] == "sha512")
    #expect(rhel["users.1.password"] == "locked")
    #expect(rhel["users.1.maximum_days"] == nil)
  }

  @Test func `packages are told from the status file`() async throws {
    let packages = try await debian(
      "package", ["names": ["openssh-server", "telnetd", "not-a-field", "rsyslog"]])
    #expect(packages["manager"] == "dpkg")
    #expect(
      packages["packages.0"] == [
        "name": "openssh-server", "installed": true, "version": "1:9.2p1-2+deb12u10",
        "architecture": "amd64",
      ])
    #expect(packages["packages.1"] == ["name": "telnetd", "installed": false])
    #expect(packages["packages.2.installed"] == false)
    #expect(packages["packages.3.installed"] == true)
    #expect(packages.origin("packages", "3") == "/var/lib/dpkg/status:13")
    let rhel = await CollectorRun.observe(
      "package", ["names": ["rsyslog"]], on: try FixtureHost.open("rhel"))
    #expect(rhel.status == .unsupported)
    #expect(rhel.reason?.en == "the rpm database can be asked on a running system only")
  }

  @Test(arguments: [
    ("ssh", "enabled"), ("sshd.service", "enabled"), ("rsyslog", "disabled"), ("telnet", "masked"),
    ("rescue", "static"), ("agent", "indirect"), ("getty@tty1", "disabled"), ("auditd", "missing"),
  ])
  func `services are told from unit files and links`(name: String, enablement: String)
    async throws
  {
    let services = try await debian("service", ["names": [.string(name)]])
    #expect(services["services.0.enablement"] == .string(enablement))
    #expect(services["services.0.exists"] == .bool(enablement != "missing"))
    #expect(services["services.0.is_active"] == nil)
    #expect(services["is_running_system"] == false)
  }

  @Test(arguments: [
    ("net.ipv4.ip_forward", "0", "/etc/sysctl.d/60-hardening.conf:2"),
    ("net.ipv4.conf.all.rp_filter", "1", "/etc/sysctl.d/60-hardening.conf:4"),
    ("net.ipv4.conf.default.rp_filter", "2", "/etc/sysctl.d/60-hardening.conf:3"),
    ("kernel.sysrq", "16", "/etc/sysctl.conf:1"),
  ])
  func `kernel parameters take the value of the last file`(
    name: String, value: String, origin: String
  ) async throws {
    let parameter = try await debian("kernel-parameter", ["name": .string(name)])
    #expect(parameter["value"] == .string(value))
    #expect(parameter["persistent"] == .string(value))
    #expect(parameter["is_running"] == false)
    #expect(parameter.origin("value") == origin)
  }

  @Test func `a kernel parameter that no file sets is unknown, and no name leads elsewhere`()
    async throws
  {
    let unset = try await debian("kernel-parameter", ["name": "kernel.kptr_restrict"])
    #expect(unset.status == .unsupported)
    for name in ["../../etc/shadow", "net..ipv4", "/etc/passwd", ""] {
      #expect(try await debian("kernel-parameter", ["name": .string(name)]).status == .failed)
    }
  }

  @Test func `mounts are those of fstab, without passwords`() async throws {
    let mounts = try await debian("mount")
    #expect(mounts["is_running"] == false)
    #expect(mounts["mounts.0.options"] == ["errors=remount-ro"])
    #expect(mounts["mounts.1.target"] == "/mnt/my share")
    #expect(
      mounts["mounts.1.options"] == [
        "nodev", "username=a", "password=[redacted:password:7]",
      ])
    #expect(mounts.value?["mounts"]?.listValue?.count == 2)
    #expect(mounts.origin("mounts", "1") == "/etc/fstab:3")
    #expect(mounts.redactions.map(\.path) == [["mounts", "1", "options", "2"]])
  }

  @Test func `a file is told with owner, mode and digest`() async throws {
    let scratch = Scratch()
    scratch.write([
      "/etc/shadow": .file(Array("secret".utf8), permissions: 0o4640),
      "/etc/link": .link("shadow"), "/etc/lost": .link("nothing"), "/etc/pipe": .device,
      "/etc/out": .link("../../../../etc/shadow"), "/etc/loop": .link("loop"),
      "/etc/passwd": .text("root:x:0:0::/root:/bin/sh\n"), "/etc/group": .text("wheel:x:0:\n"),
    ])
    let host = try RootDirectoryHost(scratch.path)
    func file(_ path: String) async -> Observation {
      await CollectorRun.observe("file", ["path": .string(path)], on: host)
    }
    let shadow = await file("/etc/shadow")
    #expect(shadow["mode"] == "4640")
    #expect(shadow["permissions"] == 0o4640)
    #expect(shadow["owner"] == "root" || shadow["uid"] != 0)
    #expect(
      shadow["sha256"] == "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b")
    #expect(await file("/etc/link")["link_target"] == "shadow")
    #expect(await file("/etc/link")["type"] == "file")
    #expect(await file("/etc/lost")["type"] == "symlink")
    #expect(await file("/etc/pipe")["type"] == "other")
    #expect(await file("/etc/pipe")["sha256"] == nil)
    #expect(await file("/etc")["type"] == "directory")
    #expect(await file("/etc/out").status == .denied)
    #expect(await file("/etc/out").reason?.en.contains("leads out of the host's root") == true)
    #expect(await file("/etc/loop").status == .failed)
    #expect(await file("/etc/nothing").status == .absent)
  }

  @Test func `who the host is can be told from its files`() async throws {
    let identity = await (try FixtureHost.open("debian")).identity
    #expect(identity.hostname == "shop-db-1")
    #expect(identity.systemID == "debian")
    #expect(identity.systemName == "Debian GNU/Linux 12 (bookworm)")
    #expect(identity.machineDigest == nil)
  }
}
