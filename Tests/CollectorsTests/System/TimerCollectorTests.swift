// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct TimerCollectorTests {
  private func timer(
    _ kind: String, _ name: String, _ schedule: String, _ user: String, _ command: String,
    isEnabled: Bool = true
  ) -> EvidenceValue {
    [
      "kind": .string(kind), "name": .string(name), "schedule": .string(schedule),
      "user": .string(user), "command": .string(command), "is_enabled": .bool(isEnabled),
    ]
  }

  @Test func `timers of systemd and jobs of cron stand in one list`() async throws {
    let timers = await CollectorRun.observe("timer", on: try FixtureHost.open("debian"))
    #expect(
      timers.value?["timers"]?.listValue == [
        timer(
          "systemd", "logrotate.timer", "*-*-* 01:00:00; OnBootSec=10min", "root",
          "/usr/sbin/logrotate /etc/logrotate.conf"),
        timer(
          "cron", "/etc/crontab", "17 * * * *", "root",
          "cd / && run-parts --report /etc/cron.hourly"),
        timer(
          "cron", "/etc/cron.d/backup", "15 2 * * 1-5", "backup", "/usr/local/sbin/backup --all"),
        timer("cron", "/etc/cron.d/backup", "@reboot", "root", "[redacted:password:50]"),
        timer(
          "cron", "/etc/cron.d/backup.dpkg-old", "0 0 * * *", "root", "/bin/old", isEnabled: false),
        timer("cron", "/etc/cron.daily", "@daily", "root", "/etc/cron.daily/off", isEnabled: false),
        timer("cron", "/etc/cron.daily", "@daily", "root", "/etc/cron.daily/scan"),
        timer(
          "cron", "/var/spool/cron/crontabs/shop", "*/5 * * * *", "shop", "/home/shop/bin/poll"),
        timer(
          "cron", "/var/spool/cron/crontabs/shop", "30 3 * * 0", "shop", "clamscan -r /srv"),
      ])
    #expect(timers["has_cron"] == true)
    #expect(timers.origin("timers", "2") == "/etc/cron.d/backup:2")
  }

  @Test func `jobs do not run where no cron is installed, or where it does not start`() async {
    let job: [String: MemoryHost.Entry] = ["/etc/crontab": .text("@daily root /bin/a\n")]
    let without = await CollectorRun.observe("timer", on: MemoryHost(job))
    #expect(without["timers.0.is_enabled"] == false)
    #expect(without["has_cron"] == false)
    let stopped = job.merging([
      "/usr/sbin/crond": .text(""),
      "/usr/lib/systemd/system/crond.service": .text("[Install]\nWantedBy=multi-user.target\n"),
    ]) { first, _ in first }
    let host = await CollectorRun.observe("timer", on: MemoryHost(stopped))
    #expect(host["timers.0.is_enabled"] == false)
    #expect(host["has_cron"] == true)
    let plain = job.merging(["/usr/sbin/crond": .text("")]) { first, _ in first }
    let container = await CollectorRun.observe("timer", on: MemoryHost(plain))
    #expect(container["timers.0.is_enabled"] == true)
  }

  @Test func `anacron's lines are jobs too`() async {
    let text =
      "SHELL=/bin/sh\n7 25 cron.weekly nice run-parts /etc/cron.weekly\n@monthly 45 m /bin/m\n"
    let timers = await CollectorRun.observe(
      "timer", on: MemoryHost(["/etc/anacrontab": .text(text), "/usr/sbin/crond": .text("")]))
    #expect(
      timers.value?["timers"]?.listValue?.map { $0["schedule"] } == ["every 7 days", "@monthly"])
  }

  @Test func `the jobs of this machine are those in its files`() async throws {
    let timers = await CollectorRun.observe("timer", on: LocalHost())
    let scripts = RealTool.lines("run-parts --list /etc/cron.daily")
    let found = (timers.value?["timers"]?.listValue ?? []).filter {
      $0["name"] == "/etc/cron.daily"
    }
    #expect(Set(scripts).isSubset(of: found.compactMap { $0["command"]?.stringValue }))
  }
}
