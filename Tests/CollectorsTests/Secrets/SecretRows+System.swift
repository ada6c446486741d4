// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel

extension SecretRows {
  /// The collectors of `Sources/Collectors/System`.
  static let system: [SecretRow] = [
    SecretRow("account", ["passwords": true], showsText: false) { secret in
      MemoryHost([
        "/etc/passwd": .text("shop:\(secret.oneLine):1000:1000:a:/home/shop:/bin/bash\n"),
        "/etc/group": .text("shop:\(secret.oneLine):1000:\n"),
        "/etc/shadow": .text("shop:\(secret.oneLine):20000:0:90:7:::\n"),
      ])
    },
    SecretRow("journald", showsText: false) { secret in
      MemoryHost([
        "/etc/systemd/journald.conf": .text("# \(secret.assignment)\n[Journal]\nStorage=none\n")
      ])
    },
    SecretRow("kernel-parameter", ["name": "kernel.domainname"]) { secret in
      MemoryHost(isLive: true, ["/proc/sys/kernel/domainname": .text(secret.assignment)])
    },
    SecretRow("mount") { secret in
      let options = secret.assignment.replacing(" ", with: #"\040"#).replacing(",", with: "_")
      return MemoryHost(["/etc/fstab": .text("//nas/a /mnt cifs user=a,\(options) 0 0\n")])
    },
    SecretRow("package", ["names": ["openssl"]], showsText: false) { secret in
      let status = "Package: openssl\nStatus: install ok installed\nVersion: 3\nArchitecture: all\n"
      return MemoryHost([
        "/var/lib/dpkg/status": .text("\(status)Description: \(secret.assignment)\n")
      ])
    },
    SecretRow("service", showsText: false) { secret in
      let unit = "[Service]\nEnvironment=\(secret.assignment)\nExecStart=/bin/a \(secret.oneLine)\n"
      return MemoryHost(["/usr/lib/systemd/system/ssh.service": .text(unit)])
    },
    SecretRow("socket", showsText: false) { secret in
      let row = "0: 0100007F:0016 00000000:0000 0A 0 0 0 0 0 77 1"
      return MemoryHost(
        isLive: true,
        [
          "/proc/net/tcp": .text("  sl local rem st\n \(row)\n"),
          "/proc/9/comm": .text("server"), "/proc/9/fd/3": .link("socket:[77]"),
          "/proc/9/cmdline": .text("server\0\(secret.assignment)\0"),
        ])
    },
    SecretRow("sshd") { secret in
      MemoryHost([
        "/etc/ssh/sshd_config": .text("# \(secret.assignment)\nBanner \(secret.assignment)\n")
      ])
    },
  ]
}
