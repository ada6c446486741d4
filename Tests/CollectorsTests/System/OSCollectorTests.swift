// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct OSCollectorTests {
  @Test func `openEuler tells its end of support, and its layout is that of RHEL`() async throws {
    let system = await CollectorRun.observe("os", on: try FixtureHost.open("openeuler"))
    #expect(
      system.value == [
        "id": "openeuler", "family": "rhel", "name": "openEuler 22.03 (LTS-SP3)",
        "version": "22.03", "support_end": "2026-03-31T00:00:00+08:00", "is_container": true,
        "container": "docker",
      ])
    #expect(system.origin("support_end") == "/etc/os-release:7")
    let debian = await CollectorRun.observe("os", on: try FixtureHost.open("debian"))
    #expect(debian["family"] == "debian")
    #expect(debian["is_container"] == false)
    #expect(debian["kernel"] == nil)
  }

  @Test(arguments: [
    ("ID=anolis\nID_LIKE=\"rhel fedora centos\"", "/var/lib/rpm/x", "rhel"),
    ("ID=kylin\n", "/var/lib/rpm/rpmdb.sqlite", "rhel"),
    ("ID=kylin\nID_LIKE=debian\n", "/var/lib/dpkg/status", "debian"),
    ("ID=uos\n", "/var/lib/dpkg/status", "debian"), ("ID=uos\n", "/usr/lib/sysimage/rpm/x", "rhel"),
    ("ID=\"alinux\"\n", "/etc/x", "rhel"), ("ID=opensuse-leap\n", "/etc/x", "suse"),
    ("ID=rocky\n", "/var/lib/dpkg/status", "rhel"), ("ID=plan9\n", "/etc/x", "other"),
  ])
  func `the family is told by the id, and else by the package database`(
    release: String, file: String, family: String
  ) async {
    let host = MemoryHost(["/usr/lib/os-release": .text(release), file: .text("")])
    let system = await CollectorRun.observe("os", on: host)
    #expect(system["family"] == .string(family))
  }

  @Test func `the machine is told by the shell where nothing runs`() async {
    var header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 60)
    header[18] = 0x02
    header[19] = 0x01
    let host = MemoryHost([
      "/etc/os-release": .text("ID=anolis\n"), "/usr/bin/dash": .file(header),
      "/bin/sh": .link("../usr/bin/dash"),
    ])
    #expect(await CollectorRun.observe("os", on: host)["machine"] == "loongarch64")
  }

  @Test func `this machine is what uname says`() async {
    let system = await CollectorRun.observe("os", on: LocalHost())
    #expect(system["kernel"]?.stringValue == RealTool.lines("uname -r").first)
    #expect(system["machine"]?.stringValue == RealTool.lines("uname -m").first)
    #expect(system["id"]?.stringValue == RealTool.lines(". /etc/os-release; echo $ID").first)
  }
}
