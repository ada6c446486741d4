// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct DiskEncryptionCollectorTests {
  @Test func `where nothing runs, crypttab tells and the rest is unknown`() async throws {
    let disks = await CollectorRun.observe(
      "disk-encryption", on: try FixtureHost.open("openeuler"))
    #expect(
      disks["volumes"] == [
        [
          "target": "/var/lib/mysql", "device": "/dev/mapper/data", "type": "xfs",
          "is_encrypted": true,
        ],
        ["target": "/", "device": "/dev/mapper/vg-root", "type": "ext4"],
        ["target": "/boot", "device": "/dev/sda1", "type": "ext4", "is_encrypted": false],
        ["target": "swap", "device": "/dev/mapper/swap0", "type": "swap", "is_encrypted": true],
      ])
    #expect(
      disks["crypttab.1"] == [
        "name": "swap0", "device": "/dev/sdb2", "options": ["swap", "cipher=aes-xts-plain64"],
        "is_plain": true, "has_key_file": true,
      ])
    #expect(disks.origin("crypttab", "0") == "/etc/crypttab:2")
    #expect(disks.origin("volumes", "2") == "/etc/fstab:3")
  }

  @Test func `a logical volume over two disks is encrypted only when both are`() async {
    func host(_ second: String) -> MemoryHost {
      MemoryHost(
        isLive: true,
        [
          "/proc/self/mountinfo": .text(
            "1 0 253:2 / /srv rw - xfs /dev/mapper/vg-srv rw\n2 0 8:1 / /boot rw - ext4 /dev/sda1 rw\n"
              + "3 0 0:20 / /proc rw - proc proc rw\n4 0 7:9 / /x rw - ext4 /dev/loop9 rw\n"),
          "/proc/swaps": .text("Filename Type Size\n/dev/dm-0 partition 1 0 -2\n"),
          "/sys/class/block/dm-0/dev": .text("253:0\n"),
          "/sys/dev/block/253:2/dm/uuid": .text("LVM-abc\n"),
          "/sys/dev/block/253:2/slaves/dm-0/dev": .text("253:0\n"),
          "/sys/dev/block/253:2/slaves/dm-1/dev": .text("253:1\n"),
          "/sys/dev/block/253:0/dm/uuid": .text("CRYPT-LUKS2-a\n"),
          "/sys/dev/block/253:1/dm/uuid": .text(second),
          "/sys/dev/block/8:1/size": .text("1\n"),
        ])
    }
    let both = await CollectorRun.observe("disk-encryption", on: host("CRYPT-LUKS2-b\n"))
    #expect(both["volumes.0.is_encrypted"] == true)
    #expect(both["volumes.1.is_encrypted"] == false)
    #expect(both["volumes.2.target"] == "/x")
    #expect(both["volumes.2.is_encrypted"] == nil)
    #expect(both["volumes.3.target"] == "swap")
    #expect(both["volumes.3.is_encrypted"] == true)
    let one = await CollectorRun.observe("disk-encryption", on: host("LVM-x\n"))
    #expect(one["volumes.0.is_encrypted"] == false)
  }

  @Test(.enabled("needs lsblk", { RealTool.isInstalled("/usr/bin/lsblk") }))
  func `lsblk sees a crypt layer under the same mounts`() async {
    let disks = await CollectorRun.observe("disk-encryption", on: LocalHost())
    let crypt = RealTool.lines("lsblk -nr -o TYPE,MOUNTPOINT | grep '^crypt'")
    let encrypted = (disks.value?["volumes"]?.listValue ?? []).filter {
      $0["is_encrypted"] == .bool(true)
    }
    #expect(crypt.isEmpty == encrypted.isEmpty)
  }
}
