// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct TimeSyncCollectorTests {
  @Test func `chrony's servers come from all its files`() async throws {
    let time = await CollectorRun.observe("time-sync", on: try FixtureHost.open("openeuler"))
    #expect(
      time.value == [
        "services": [["name": "chrony", "is_enabled": true]],
        "servers": [
          [
            "service": "chrony", "kind": "pool", "address": "ntp.example.cn",
            "is_authenticated": false,
          ],
          [
            "service": "chrony", "kind": "server", "address": "192.0.2.7",
            "is_authenticated": true,
          ],
          [
            "service": "chrony", "kind": "server", "address": "time.example.cn",
            "is_authenticated": true,
          ],
        ],
        "is_enabled": true,
      ])
    #expect(time.origin("servers", "1") == "/etc/chrony.conf:3")
    #expect(time.origin("servers", "2") == "/etc/chrony.sources/site.sources:1")
    #expect(
      time.origin("services", "0") == "/usr/lib/systemd/system/chronyd.service:6")
  }

  @Test func `systemd-timesyncd follows its fallback when nothing else is set`() async throws {
    let time = await CollectorRun.observe("time-sync", on: try FixtureHost.open("debian"))
    #expect(time["services"] == [["name": "timesyncd", "is_enabled": true]])
    #expect(
      time.value?["servers"]?.listValue?.map { $0["address"]?.stringValue } == [
        "0.debian.pool.ntp.org", "1.debian.pool.ntp.org",
      ])
  }

  @Test func `a configured service that does not start sets no clock`() async {
    let host = MemoryHost([
      "/etc/ntp.conf": .text("server ntp.example.cn\nrestrict default\n"),
      "/usr/lib/systemd/system/ntpd.service": .text("[Install]\nWantedBy=multi-user.target\n"),
    ])
    let time = await CollectorRun.observe("time-sync", on: host)
    #expect(time["services"] == [["name": "ntpd", "is_enabled": false]])
    #expect(time["servers"] == [])
    #expect(time["is_enabled"] == false)
  }

  @Test(arguments: [("Normal", true), ("Not synchronised", false)])
  func `a running chrony says whether the clock is set`(leap: String, isSet: Bool) async {
    let line = "CB00710F,203.0.113.15,2,1700000000.1,0.000123,1,1,1,1,1,1,1,1,\(leap)\n"
    let host = MemoryHost(
      isLive: true,
      [
        "/etc/systemd/system/x": .text(""), "/etc/chrony.conf": .text("pool a.example.cn\n"),
        "/proc/9/status": .text("Name:\tchronyd\nPPid:\t1\nUid:\t9\t9\t9\t9\n"),
        "/proc/9/cmdline": .text("chronyd\0"),
      ],
      commands: [
        "chronyc -n -c -h 127.0.0.1 tracking": .success(
          CommandOutput(exitCode: 0, output: Array(line.utf8)))
      ])
    let time = await CollectorRun.observe("time-sync", on: host)
    #expect(time["is_active"] == true)
    #expect(time["is_enabled"] == false)
    #expect(time["is_synchronized"] == .bool(isSet))
    #expect(time["offset_seconds"] == .double(0.000_123))
    #expect(time["servers.0.address"] == "a.example.cn")
  }

  @Test func `files that include each other end`() async {
    let host = MemoryHost([
      "/etc/chrony.conf": .text("include /etc/chrony.*\ninclude /etc/chrony.conf\npool a.cn\n"),
      "/etc/chrony.extra": .text("include /etc/chrony.conf\npool b.cn\n"),
      "/usr/lib/systemd/system/chronyd.service": .text("[Service]\n"),
      "/etc/systemd/system/a.target.wants/chronyd.service": .link("/x"),
    ])
    let time = await CollectorRun.observe("time-sync", on: host)
    #expect(
      time.value?["servers"]?.listValue?.map { $0["address"]?.stringValue } == ["b.cn", "a.cn"])
  }
}
