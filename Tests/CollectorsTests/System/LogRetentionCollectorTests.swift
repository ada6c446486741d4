// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Collectors
import EvidenceModel
import TestSupport
import Testing

struct LogRetentionCollectorTests {
  private static let day: Int64 = 86_400

  private func collect(_ rule: String, global: String = "", more: [String: MemoryHost.Entry] = [:])
    async -> Observation
  {
    let entries: [String: MemoryHost.Entry] = [
      "/etc/rsyslog.conf": .text("*.*;auth.none -/var/log/syslog\nauth.* /var/log/auth.log\n"),
      "/etc/logrotate.conf": .text("\(global)\ninclude /etc/logrotate.d\n"),
      "/etc/logrotate.d/rsyslog": .text("/var/log/syslog\n{\n\(rule)\n}\n"),
    ]
    let host = MemoryHost(isLive: false, entries.merging(more) { $1 })
    return await CollectorRun.observe("log-retention", on: host)
  }

  @Test(arguments: [
    ("weekly\nrotate 27", "", 27 * 7 * day), ("rotate 4", "weekly", 28 * day),
    ("rotate 4\nmonthly", "daily", 4 * 28 * day), ("daily", "rotate 7\nweekly", 7 * day),
    ("weekly\nrotate 27\nmaxage 30", "", 30 * day), ("weekly\nrotate 27\nsize 100M", "", 0),
    ("size 100M\nweekly\nrotate 27", "", 27 * 7 * day), ("weekly\nrotate 27\nmaxsize 1G", "", 0),
    ("weekly\nrotate 27\nminsize 1M", "", 27 * 7 * day), ("rotate 5", "", 0),
    ("weekly", "", 0), ("yearly\nrotate 1", "", 365 * day), ("hourly\nrotate 24", "", day),
  ])
  func `what a rule keeps at least`(rule: String, global: String, seconds: Int64) async {
    let observation = await collect(rule, global: global)
    #expect(observation.status == .collected, "\(observation.reason as Any)")
    #expect(observation["files.0.path"] == "/var/log/syslog")
    #expect(observation["files.0.retention"] == .string("\(seconds)s"))
  }

  @Test func `what is never deleted has no limit`() async {
    let observation = await collect("weekly\nrotate -1")
    #expect(observation["files.0.retention"] == nil)
    #expect(observation["files.0.is_rotated"] == true)
    // Nothing rotates the other log.
    #expect(observation["files.1.path"] == "/var/log/auth.log")
    #expect(observation["files.1.is_rotated"] == false)
    #expect(observation["files.1.retention"] == nil)
  }

  @Test func `each log says where it is ruled`() async {
    let observation = await collect("weekly\nrotate 27")
    #expect(observation.origin("files", "0", "retention") == "/etc/logrotate.d/rsyslog:1")
    #expect(observation.origin("files", "1", "path") == "/etc/rsyslog.conf:2")
  }

  @Test func `actions name files and hosts`() async {
    let actions = """
      # *.* @@old.example
      local0.* action(type="omfile" File="/var/log/shop/app.log")
      action(type="omfwd" target="log.shop.example" port="6514" protocol="tcp")
      *.* @@central.shop.example:514;RSYSLOG_SyslogProtocol23Format
      *.emerg :omusrmsg:*
      kern.* /dev/console
      """
    let observation = await collect(
      "weekly\nrotate 1", more: ["/etc/rsyslog.d/50-shop.conf": .text(actions)])
    let paths = observation.value?["files"]?.listValue?.compactMap { $0["path"]?.stringValue }
    #expect(paths == ["/var/log/syslog", "/var/log/auth.log", "/var/log/shop/app.log"])
    #expect(observation["remotes"] == ["log.shop.example", "central.shop.example:514"])
    #expect(observation.origin("remotes", "0") == "/etc/rsyslog.d/50-shop.conf:3")
  }

  @Test func `the oldest file counts, and the journal's first closed one`() async throws {
    let scratch = Scratch()
    let first = try #require(Instant("2026-05-02T08:00:00+08:00"))
    let stamp = String(first.seconds * 1_000_000, radix: 16)
    let hex = String(repeating: "0", count: 16 - stamp.count) + stamp
    scratch.write([
      "/etc/rsyslog.conf": .text("*.* /var/log/messages\n"),
      "/etc/systemd/journald.conf": .text(
        "[Journal]\nStorage=persistent\nMaxRetentionSec=27week\n"),
      "/var/log/journal/0123/system@0a-0000000000000001-\(hex).journal": .text("x"),
      "/var/log/journal/0123/system.journal": .text("x"), "/var/log/messages": .text("x"),
      "/var/log/messages-20260601": .text("x"), "/var/log/messages-20260608.gz": .text("x"),
      "/var/log/messages.other": .text("x"),
    ])
    let touched = LocalProgram.run([
      "/usr/bin/touch", "-d", "2026-06-01T00:00:05+08:00",
      "\(scratch.path)/var/log/messages-20260601",
    ])
    #expect(touched.status == 0)
    let observation = await CollectorRun.observe(
      "log-retention", on: try RootDirectoryHost(scratch.path))
    #expect(observation["files.0.file_count"] == 3)
    #expect(observation["files.0.oldest"] == "2026-06-01T00:00:05+08:00")
    #expect(observation["journal.oldest"] == "2026-05-02T08:00:00+08:00")
    #expect(observation["journal.retention"] == "16329600s")
    #expect(observation["oldest"] == "2026-05-02T08:00:00+08:00")
  }

  @Test(.enabled("needs logrotate") { LocalProgram.exists("/usr/sbin/logrotate") })
  func `the rules of this machine are those of logrotate`() async throws {
    let observation = await CollectorRun.observe("log-retention", on: LocalHost())
    let files = try #require(observation.value?["files"]?.listValue)
    let shown = LocalProgram.run(["/usr/sbin/logrotate", "-d", "/etc/logrotate.conf"]).output
    // The patterns of a rule stand on lines of their own: `/var/log/a /var/log/b  weekly (4 rotations)`.
    let rules = shown.replacing("\n", with: " ").split(separator: "rotating pattern: ").dropFirst()
    #expect(!rules.isEmpty)
    for file in files where file["is_rotated"] == true {
      let path = file["path"]?.stringValue ?? ""
      let rule = rules.first {
        $0.split(separator: " ").prefix { $0.hasPrefix("/") }.contains(path[...])
      }
      let text = String(try #require(rule, "\(path)"))
      let rotations = file["rotations"]?.intValue ?? 0
      #expect(text.contains("(\(rotations) rotations)") || rotations == 0, "\(text)")
      if let interval = file["interval"]?.stringValue {
        let days = ["daily": "after 1 days", "yearly": "yearly", "hourly": "hourly"]
        #expect(text.contains(days[interval] ?? interval), "\(text)")
      }
    }
  }
}
