// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct KernelModuleCollectorTests {
  @Test func `blacklisted and disabled are two things`() async throws {
    let modules = await CollectorRun.observe(
      "kernel-module", ["names": ["usb_storage", "cramfs", "sctp", "dccp", "floppy", "udf"]],
      on: try FixtureHost.open("openeuler"))
    #expect(
      modules["modules.0"] == [
        "name": "usb_storage", "is_blacklisted": true, "is_disabled": true,
        "install_command": "/bin/false",
      ])
    #expect(
      modules["modules.1"] == [
        "name": "cramfs", "is_blacklisted": false, "is_disabled": true,
        "install_command": "/bin/true",
      ])
    #expect(modules["modules.2.is_disabled"] == false)
    #expect(modules["modules.2.install_command"] == "/usr/bin/logger sctp   asked for")
    #expect(modules.origin("modules", "2", "install_command") == "/etc/modprobe.d/site.conf:4")
    #expect(modules["modules.3.is_blacklisted"] == true)
    #expect(modules["modules.3.is_disabled"] == false)
    #expect(modules["modules.4.is_blacklisted"] == true)
    #expect(modules.origin("modules", "4", "is_blacklisted") == "/lib/modprobe.d/vendor.conf:1")
    #expect(modules["modules.5.is_blacklisted"] == false)
    #expect(modules["is_running"] == false)
  }

  @Test func `a running kernel tells what is loaded, built in and barred at its start`() async {
    let host = MemoryHost(
      isLive: true,
      [
        "/proc/modules": .text("nf_tables 1 0 - Live 0x0\n"),
        "/proc/cmdline": .text("quiet module_blacklist=usb-storage,b modprobe.blacklist=c\n"),
        "/proc/sys/kernel/osrelease": .text("5.10.0\n"),
        "/lib/modules/5.10.0/modules.builtin": .text("kernel/fs/squashfs/squashfs.ko\n"),
      ])
    let modules = await CollectorRun.observe(
      "kernel-module", ["names": ["nf-tables", "usb_storage", "squashfs", "c"]], on: host)
    #expect(modules["modules.0.is_loaded"] == true)
    #expect(modules["modules.0.is_built_in"] == false)
    #expect(modules["modules.1.is_blacklisted"] == true)
    #expect(modules["modules.1.is_loaded"] == false)
    #expect(modules["modules.2.is_built_in"] == true)
    #expect(modules["modules.3.is_blacklisted"] == true)
    #expect(modules.origin("modules", "1", "is_blacklisted") == "/proc/cmdline:1")
  }

  @Test(.enabled("needs modprobe", { RealTool.isInstalled("/sbin/modprobe") }))
  func `modprobe reads the same lines`() async throws {
    let folder = String(#filePath).split(separator: "/").dropLast(2).joined(separator: "/")
    let lines = RealTool.lines(
      "/sbin/modprobe -C /\(folder)/Fixtures/openeuler/etc/modprobe.d --showconfig")
    #expect(lines.contains("blacklist usb_storage"))
    #expect(lines.contains("install cramfs /bin/true"))
    #expect(lines.contains("install sct* /usr/bin/logger sctp   asked for"))
  }
}
