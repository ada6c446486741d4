// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

struct ConfigCollectorTests {
  private func observe(_ text: String, path: String, lens: String? = nil) async -> Observation {
    var arguments: [String: EvidenceValue] = ["path": .string(path)]
    arguments["lens"] = lens.map { .string($0) }
    return await CollectorRun.observe("config", arguments, on: MemoryHost([path: .text(text)]))
  }

  @Test func `login_defs is read with the line of each setting`() async throws {
    let observation = await CollectorRun.observe(
      "config", ["path": "/etc/login.defs"], on: try FixtureHost.open("debian"))
    #expect(observation["settings.PASS_MAX_DAYS"] == "99999")
    #expect(observation.origin("settings", "PASS_MAX_DAYS") == "/etc/login.defs:2")
    #expect(observation.origin("settings", "PASS_MIN_DAYS") == "/etc/login.defs:4")
    #expect(observation["lens"] == "Login_defs.lns")
  }

  @Test func `sections become parts of names and comments are left out`() async throws {
    let observation = await CollectorRun.observe(
      "config", ["path": "/etc/systemd/journald.conf"], on: try FixtureHost.open("rhel"))
    #expect(
      observation["settings"] == [
        "Journal/MaxRetentionSec": "200day", "Journal/Storage": "persistent",
      ])
    #expect(
      observation.origin("settings", "Journal/MaxRetentionSec") == "/etc/systemd/journald.conf:3")
  }

  @Test func `settings of units are named without the lens's own labels`() async {
    let text = "[Service]\nRestart=on-failure\n[Install]\nWantedBy=a.target b.target\n"
    let observation = await observe(text, path: "/etc/systemd/system/a.service")
    #expect(observation["settings.Service/Restart"] == "on-failure")
    #expect(observation["values.Install/WantedBy"] == ["a.target", "b.target"])
  }

  @Test func `words without a value are settings too`() async {
    let observation = await observe("deny = 5\naudit\n", path: "/etc/security/faillock.conf")
    #expect(observation["settings"] == ["deny": "5", "audit": ""])
  }

  @Test func `a section without settings among others is no setting`() async {
    let text = "[Journal]\nStorage=none\n[Other]\nA=1\nA=2\n"
    let observation = await observe(text, path: "/etc/systemd/journald.conf")
    #expect(observation["settings"] == ["Journal/Storage": "none", "Other/A": "2"])
  }

  @Test func `the numbers of lines are no part of names`() async throws {
    let observation = await CollectorRun.observe(
      "config", ["path": "/etc/pam.d/system-auth"], on: try FixtureHost.open("rhel"))
    #expect(observation["values.module"] == ["pam_env.so", "pam_pwquality.so"])
    #expect(observation["settings.argument"] == "minlen=12")
  }

  @Test(arguments: [
    ("/etc/ntp.conf", "server 0.pool.ntp.org iburst\n", "server", "0.pool.ntp.org"),
    ("/etc/chrony/chrony.conf", "pool ntp.aliyun.com iburst\n", "pool", "ntp.aliyun.com"),
    ("/etc/sysctl.d/a.conf", "net.ipv4.ip_forward = 0", "net.ipv4.ip_forward", "0"),
    ("/etc/logrotate.d/rsyslog", "/var/log/syslog\n{\n\trotate 4\n}\n", "rule/rotate", "4"),
    ("/etc/security/limits.conf", "* hard core 0\n", "domain/value", "0"),
    ("/etc/security/pwquality.conf", "minlen = 12\n", "minlen", "12"),
    (
      "/etc/mysql/my.cnf", "[mysqld]\nbind-address = 127.0.0.1\n", "target/bind-address",
      "127.0.0.1"
    ),
    ("/etc/sudoers", "Defaults use_pty\n", "Defaults/use_pty", ""),
    ("/etc/default/ufw", "IPV6=yes\n", "IPV6", "yes"),
    (
      "/etc/postgresql/15/main/postgresql.conf", "ssl = on\n", "ssl", "on"
    ),
    (
      "/etc/postgresql/15/main/pg_hba.conf", "host all all 127.0.0.1/32 scram-sha-256\n", "method",
      "scram-sha-256"
    ),
    (
      "/etc/nginx/nginx.conf", "http {\n ssl_protocols TLSv1.2;\n}\n", "http/ssl_protocols",
      "TLSv1.2"
    ),
    ("/etc/rsyslog.conf", "*.* @logs.example.cn:514\n", "entry/selector/facility", "*"),
    ("/etc/fstab", "/dev/sda1 /tmp ext4 noexec 0 0\n", "opt", "noexec"),
    (
      "/etc/cron.d/aide", "0 5 * * * root /usr/sbin/aide --check\n", "entry",
      "/usr/sbin/aide --check"
    ),
  ])
  func `well-known files need no lens`(path: String, text: String, key: String, value: String)
    async
  {
    let observation = await observe(text, path: path)
    #expect(
      observation.value?["settings"]?[key] == .string(value),
      "\(observation.value?["settings"] ?? .null) \(observation.reason?.en ?? "")")
  }

  @Test func `later files override and all values are kept in order`() async {
    let host = MemoryHost([
      "/etc/my.cnf": .text("[mysqld]\nport = 1\n"),
      "/etc/my.cnf.d/b.cnf": .text("[mysqld]\nport = 3\n"),
      "/etc/my.cnf.d/a.cnf": .text("[mysqld]\nport = 2\n"),
    ])
    let observation = await CollectorRun.observe(
      "config", ["path": ["/etc/my.cnf", "/etc/missing.cnf", "/etc/my.cnf.d/*.cnf"]], on: host)
    #expect(observation["paths"] == ["/etc/my.cnf", "/etc/my.cnf.d/a.cnf", "/etc/my.cnf.d/b.cnf"])
    #expect(observation.value?["values"]?["target/port"] == ["1", "2", "3"])
    #expect(observation.value?["settings"]?["target/port"] == "3")
    #expect(observation.origin("values", "target/port", "1") == "/etc/my.cnf.d/a.cnf:2")
  }

  @Test func `a file that is not in its format is told with line and column`() async {
    let observation = await observe("[Journal]\nStorage=x\nbroken\n", path: "/etc/systemd/a.conf")
    #expect(observation.status == .failed)
    #expect(observation.reason?.en == "/etc/systemd/a.conf:3:1 is not in the format of Puppet.lns")
    #expect(observation.sources.count == 1)
  }

  @Test func `an unknown format or lens is not supported`() async {
    let unknown = await observe("x", path: "/opt/x.conf")
    #expect(unknown.status == .unsupported)
    #expect(unknown.reason?.en.contains("give the Augeas lens") == true)
    #expect(await observe("x", path: "/opt/x.conf", lens: "Nothing.lns").status == .unsupported)
    #expect(await observe("x", path: "/opt/x.conf", lens: "../../x").status == .unsupported)
  }

  @Test func `no file is absent, one refused file is denied`() async {
    let host = MemoryHost(["/etc/a.conf": .text("a=1\n"), "/etc/b.conf": .refused(.denied)])
    let arguments: [String: EvidenceValue] = [
      "path": ["/etc/a.conf", "/etc/b.conf"], "lens": "Simplevars.lns",
    ]
    #expect(await CollectorRun.observe("config", arguments, on: host).status == .denied)
    let missing = await CollectorRun.observe("config", ["path": "/etc/*.cnf"], on: host)
    #expect(missing.status == .absent)
  }

  @Test func `secrets are taken out`() async {
    let observation = await observe("[client]\npassword = hunter2\n", path: "/etc/my.cnf")
    #expect(
      observation.value?["settings"]?["target/password"] == "[redacted:password:7]")
    let text = CanonicalJSON.text(of: observation.evidenceValue)
    #expect(!text.contains("hunter2"))
    let json = await observe(
      #"{"db": {"password": "hunter2", "port": 1}}"#, path: "/opt/a.json", lens: "Json.lns")
    #expect(json.status == .collected)
    #expect(!CanonicalJSON.text(of: json.evidenceValue).contains("hunter2"))
  }

  @Test func `a long line and a large file are bounded`() async {
    let line = "a = " + String(repeating: "x", count: 10_000_000)
    #expect(await observe(line, path: "/etc/security/pwquality.conf").status == .failed)
  }
}
