// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct MandatoryAccessCollectorTests {
  @Test func `SELinux is configured on openEuler, AppArmor on Debian`() async throws {
    let openEuler = await CollectorRun.observe(
      "mandatory-access", on: try FixtureHost.open("openeuler"))
    #expect(
      openEuler.value == [
        "is_configured": true, "selinux": ["configured": "enforcing", "policy": "targeted"],
        "apparmor": ["is_configured": false],
      ])
    #expect(openEuler.origin("selinux", "configured") == "/etc/selinux/config:2")
    let debian = await CollectorRun.observe("mandatory-access", on: try FixtureHost.open("debian"))
    #expect(
      debian.value == [
        "is_configured": true, "selinux": [:], "apparmor": ["is_configured": true],
      ])
  }

  @Test(
    arguments: [
      ("1", "quiet", "enforcing", "enforcing", true),
      ("0", "quiet", "permissive", "enforcing", false),
      ("0", "enforcing=0", "permissive", "permissive", false),
      (nil, "selinux=0", "disabled", "disabled", false),
    ] as [(String?, String, String, String, Bool)])
  func `what runs is told apart from what is configured`(
    enforce: String?, line: String, running: String, configured: String, isEnforcing: Bool
  ) async {
    var entries: [String: MemoryHost.Entry] = [
      "/etc/selinux/config": .text("SELINUX=Enforcing\n"), "/proc/cmdline": .text(line + " =\n"),
    ]
    entries["/sys/fs/selinux/enforce"] = enforce.map { .text($0) }
    let host = MemoryHost(isLive: true, entries)
    let access = await CollectorRun.observe("mandatory-access", on: host)
    #expect(access["selinux.running"] == .string(running))
    #expect(access["selinux.configured"] == .string(configured))
    #expect(access["is_enforcing"] == .bool(isEnforcing))
  }

  @Test func `the loaded profiles of AppArmor are counted`() async {
    let host = MemoryHost(
      isLive: true,
      [
        "/proc/cmdline": .text("quiet\n"), "/sys/module/apparmor/parameters/enabled": .text("Y\n"),
        "/sys/kernel/security/apparmor/profiles": .text("a (enforce)\nb (complain)\nc (enforce)\n"),
      ])
    let access = await CollectorRun.observe("mandatory-access", on: host)
    #expect(
      access["apparmor"] == [
        "is_configured": false, "is_running": true, "enforced": 2, "complaining": 1,
      ])
    #expect(access["is_enforcing"] == true)
    #expect(access["is_configured"] == false)
  }
}
