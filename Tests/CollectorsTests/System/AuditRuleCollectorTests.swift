// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct AuditRuleCollectorTests {
  @Test func `the files apply in the order of their numbers`() async throws {
    let audit = await CollectorRun.observe("audit-rule", on: try FixtureHost.open("openeuler"))
    let texts = audit.value?["rules"]?.listValue?.compactMap { $0["text"]?.stringValue }
    #expect(
      texts == [
        "-w /etc/passwd -p wa -k identity",
        "-a always,exit -F arch=b64 -S adjtimex,settimeofday -S clock_settime -F auid>=1000 "
          + "-F key=time",
        "-a exit,always -F path=/etc/sudoers -F perm=wa -k scope",
        "-w /var/log/sudo.log -k actions",
      ])
    #expect(
      audit["rules.1"] == [
        "text": .string(texts?[1] ?? ""), "kind": "syscall", "action": "always", "list": "exit",
        "arch": "b64", "syscalls": ["adjtimex", "settimeofday", "clock_settime"],
        "fields": ["auid>=1000"], "keys": ["time"],
      ])
    #expect(audit["rules.2.path"] == "/etc/sudoers")
    #expect(audit["rules.2.permissions"] == "wa")
    #expect(audit["rules.3.permissions"] == "rwxa")
    #expect(audit["keys"] == ["actions", "identity", "scope", "time"])
    #expect(audit["paths"] == ["/etc/passwd", "/etc/sudoers", "/var/log/sudo.log"])
    #expect(audit["is_immutable"] == true)
    #expect(audit["failure_mode"] == 2)
    #expect(audit["backlog_limit"] == 8_192)
    #expect(audit["is_enabled"] == true)
    #expect(audit["is_active"] == nil)
    #expect(audit.origin("rules", "1") == "/etc/audit/rules.d/10-time.rules:2")
    #expect(audit.origin("is_immutable") == "/etc/audit/rules.d/99-finalize.rules:1")
  }

  @Test func `the daemon's settings have the defaults of its manual`() async throws {
    let audit = await CollectorRun.observe("audit-rule", on: try FixtureHost.open("openeuler"))
    #expect(
      audit["daemon"] == [
        "log_file": "/var/log/audit/audit.log", "max_log_file": 8,
        "max_log_file_action": "keep_logs", "num_logs": 5, "space_left_action": "email",
        "admin_space_left_action": "halt", "disk_full_action": "suspend",
        "disk_error_action": "syslog", "writes_logs": true,
      ])
    #expect(audit.origin("daemon", "max_log_file_action") == "/etc/audit/auditd.conf:5")
  }

  @Test func `without files of rules the one that is loaded counts`() async {
    let host = MemoryHost([
      "/etc/audit/audit.rules": .text("-D\n-b 64\n-e 1\n-w /etc/shadow -p r -k s\n-e 2\n"),
      "/etc/systemd/system/x": .text(""),
    ])
    let audit = await CollectorRun.observe("audit-rule", on: host)
    #expect(audit["paths"] == ["/etc/shadow"])
    #expect(audit["is_immutable"] == true)
    #expect(audit["is_installed"] == false)
    #expect(audit["daemon"] == nil)
  }

  @Test func `the kernel's rules are asked for where it runs`() async {
    let units: [String: MemoryHost.Entry] = ["/etc/systemd/system/x": .text("")]
    let rule = Array("-w /etc/passwd -p wa -k identity\n".utf8)
    let host = MemoryHost(
      isLive: true, units,
      commands: ["auditctl -l": .success(CommandOutput(exitCode: 0, output: rule))])
    let audit = await CollectorRun.observe("audit-rule", on: host)
    #expect(audit["loaded"] == ["-w /etc/passwd -p wa -k identity"])
    let empty = MemoryHost(
      isLive: true, units,
      commands: [
        "auditctl -l": .success(CommandOutput(exitCode: 0, output: Array("No rules\n".utf8)))
      ])
    #expect(await CollectorRun.observe("audit-rule", on: empty)["loaded"] == [])
  }

  @Test(.enabled("needs augenrules", { RealTool.isInstalled("/usr/sbin/augenrules") }))
  func `augenrules puts the same rules together`() async throws {
    let host = try FixtureHost.open("openeuler")
    let files = String(#filePath).split(separator: "/").dropLast(2).joined(separator: "/")
    let scratch = Scratch()
    // The script has its folders fixed; it is run with those of the fixture.
    let script =
      "sed -e 's|^SourceRulesDir=.*|SourceRulesDir=/\(files)/Fixtures/openeuler/etc/audit/rules.d|'"
      + " -e 's|^DestinationFile=.*|DestinationFile=\(scratch.path)/audit.rules|'"
      + " /usr/sbin/augenrules > \(scratch.path)/run && sh \(scratch.path)/run >/dev/null"
      + " && cat \(scratch.path)/audit.rules"
    let merged = RealTool.output(script) ?? ""
    let whole = await CollectorRun.observe(
      "audit-rule", on: MemoryHost(["/etc/audit/audit.rules": .text(merged)]))
    let parts = await CollectorRun.observe("audit-rule", on: host)
    for field in ["rules", "keys", "paths", "is_immutable", "failure_mode", "backlog_limit"] {
      #expect(whole.value?[field] == parts.value?[field], "\(field)")
    }
  }
}
