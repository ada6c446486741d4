// Plumbline
// SPDX-License-Identifier: Apache-2.0

@testable import Collectors
import EvidenceModel
import Testing
import TestSupport

struct JournaldCollectorTests {
  private func journald(_ entries: [String: String]) async -> Observation {
    await CollectorRun.observe(
      "journald", on: MemoryHost(entries.mapValues { MemoryHost.Entry.text($0) }))
  }

  @Test func `the journal of RHEL keeps what its file says, with defaults for the rest`()
    async throws
  {
    let journald = await CollectorRun.observe("journald", on: try FixtureHost.open("rhel"))
    #expect(
      journald.value == [
        "storage": "persistent", "is_persistent": true, "max_retention_seconds": 17_280_000,
        "forward_to_syslog": false, "compress": true, "seal": true,
      ])
    #expect(journald.origin("max_retention_seconds") == "/etc/systemd/journald.conf:3")
  }

  @Test func `drop-ins apply by name, the stronger folder hides, and a null link takes away`()
    async throws
  {
    let host = MemoryHost([
      "/etc/systemd/journald.conf": .text(
        "#ForwardToSyslog=yes\n[Journal]\nMaxRetentionSec=1week\nSeal=no\nSystemMaxUse=1.5G\n"),
      "/usr/lib/systemd/journald.conf": .text("[Journal]\nStorage=none\n"),
      "/usr/lib/systemd/journald.conf.d/10-vendor.conf": .text("[Journal]\nStorage=volatile\n"),
      "/etc/systemd/journald.conf.d/10-vendor.conf": .text("[Journal]\nMaxRetentionSec=1day\n"),
      "/run/systemd/journald.conf.d/50-site.conf": .text(
        "[Other]\nMaxRetentionSec=9y\n[Journal]\n MaxRetentionSec = 5month \\\n# why\n 20day\n"),
      "/usr/lib/systemd/journald.conf.d/60-off.conf": .text("[Journal]\nCompress=no\n"),
      "/etc/systemd/journald.conf.d/60-off.conf": .link("/dev/null"),
      "/usr/lib/systemd/journald.conf.d/70-seal.conf": .text("[Journal]\nSeal=\nStorage=disk\n"),
      "/usr/lib/systemd/journald.conf.d/99.txt": .text("[Journal]\nStorage=none\n"),
      "/var/log/journal": .directory,
    ])
    let journald = await CollectorRun.observe("journald", on: host)
    #expect(
      journald.value == [
        "storage": "auto", "is_persistent": true, "max_retention_seconds": 14_877_000,
        "system_max_use": 1_610_612_736, "forward_to_syslog": true, "compress": true, "seal": true,
      ])
    #expect(
      journald.origin("max_retention_seconds") == "/run/systemd/journald.conf.d/50-site.conf:4")
  }

  @Test(
    arguments: [
      ("200day", 17_280_000), ("0", nil), ("infinity", nil), ("", nil), ("6 fortnights", nil),
      ("99999999999999999999y", nil), ("-1day", nil), ("1y 6M", 47_336_400),
    ] as [(String, Int64?)])
  func `only a valid time above zero is a limit`(text: String, seconds: Int64?) async {
    let journald = await journald([
      "/etc/systemd/journald.conf": "[Journal]\nMaxRetentionSec=\(text)\n"
    ])
    #expect(journald["max_retention_seconds"] == seconds.map { .int($0) })
    #expect(journald["is_persistent"] == false, "auto without a folder is in memory")
  }

  @Test func `a host without a journal has no such evidence`() async {
    #expect(await journald(["/etc/passwd": ""]).status == .absent)
    let plain = await journald(["/lib/systemd/systemd-journald": ""])
    #expect(plain["storage"] == "auto")
    #expect(plain.sources.isEmpty)
  }

  @Test(
    arguments: [
      ("1", 1), ("90", 90), ("5month 20day", 14_877_000), ("3h30min", 12_600), ("1.5h", 5_400),
      ("2 weeks 1d", 1_296_000), ("500ms", 0), ("1500ms", 1), ("1M", 2_629_800), ("1m", 60),
      (".5d", 43_200), ("1h 1", 3_601), ("1hour1hour", 7_200), ("2 2", 4), ("1us", 0),
      ("day", nil), ("1 parsec", nil), ("1..5h", nil), ("1h,2h", nil), ("１day", nil),
    ] as [(String, Int64?)])
  func `time spans mean what systemd takes them for`(text: String, seconds: Int64?) {
    #expect(SystemdValue.seconds(text) == seconds)
  }

  @Test(
    arguments: [
      ("4G", 4_294_967_296), ("1.5K", 1_536), ("512", 512), ("1G 500M", 1_598_029_824), ("2X", nil),
      ("9E", nil), ("", nil),
    ] as [(String, Int64?)])
  func `sizes mean what systemd takes them for`(text: String, bytes: Int64?) {
    #expect(SystemdValue.bytes(text) == bytes)
  }
}
