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
    SecretRow("antimalware", showsText: false) { secret in
      MemoryHost([
        "/etc/crontab": .text("0 1 * * * root clamscan --\(secret.assignment)\n"),
        "/etc/cron.d/scan": .text("PASS=\(secret.oneLine)\n0 1 * * * root clamscan -r /\n"),
        "/usr/lib/systemd/system/a.service": .text("[Service]\n"),
        "/usr/bin/clamscan": .text(""), "/usr/sbin/cron": .text(""),
      ])
    },
    SecretRow("audit-rule") { secret in
      MemoryHost([
        "/etc/audit/rules.d/a.rules": .text(
          "# \(secret.assignment)\n-w /srv -p wa -k \(secret.assignment)\n")
      ])
    },
    SecretRow("disk-encryption", showsText: false) { secret in
      let options = secret.assignment.replacing(" ", with: "_").replacing(",", with: "_")
      return MemoryHost([
        "/etc/crypttab": .text("data UUID=1 /etc/\(secret.oneLine) luks,\(options)\n"),
        "/etc/fstab": .text("/dev/mapper/data /srv xfs \(options) 0 0\n"),
      ])
    },
    SecretRow("group", ["names": ["shop"]], showsText: false) { secret in
      MemoryHost([
        "/etc/group": .text("shop:\(secret.oneLine):7:\nother:x:8:\(secret.oneLine)\n"),
        "/etc/passwd": .text("shop:\(secret.oneLine):7:7:\(secret.oneLine):/:/bin/sh\n"),
      ])
    },
    SecretRow("kernel-module") { secret in
      MemoryHost([
        "/etc/modprobe.d/a.conf": .text(
          "# \(secret.assignment)\ninstall usb-storage /bin/a --\(secret.assignment)\n")
      ])
    },
    SecretRow("mandatory-access", showsText: false) { secret in
      MemoryHost([
        "/etc/selinux/config": .text("# \(secret.assignment)\nSELINUX=enforcing\n"),
        "/etc/default/grub": .text("GRUB_CMDLINE_LINUX=\"\(secret.assignment)\"\n"),
        "/etc/apparmor.d/a": .text("# \(secret.assignment)\n"),
        "/usr/lib/systemd/system/a.service": .text("[Service]\n"),
      ])
    },
    SecretRow("os") { secret in
      MemoryHost([
        "/etc/os-release": .text("ID=debian\nPRETTY_NAME='\(secret.assignment)'\n")
      ])
    },
    SecretRow("password-policy", showsText: false) { secret in
      MemoryHost([
        "/etc/login.defs": .text("# \(secret.assignment)\nPASS_MAX_DAYS 90\n"),
        "/etc/pam.d/passwd": .text(
          "# \(secret.oneLine)\npassword required pam_a.so \(secret.assignment)\n"),
      ])
    },
    SecretRow("process", ["names": ["server"]]) { secret in
      MemoryHost(
        isLive: true,
        [
          "/proc/self/status": .text("Name:\tserver\n"),
          "/proc/9/status": .text("Name:\tserver\nPPid:\t1\nUid:\t0\t0\t0\t0\n"),
          "/proc/9/cmdline": .text("server\0--\(secret.assignment)\0\(secret.assignment)\0"),
        ])
    },
    SecretRow("sudo") { secret in
      let word = secret.assignment.reduce(into: "") { text, letter in
        text += ",:=\\! ".contains(letter) ? "\\\(letter)" : "\(letter)"
      }
      return MemoryHost([
        "/etc/sudoers": .text(
          "# \(secret.oneLine)\nDefaults badpass_message=\"\(secret.assignment)\"\n"
            + "shop ALL=(root) NOPASSWD: /bin/a --\(word)\n")
      ])
    },
    SecretRow("time-sync", showsText: false) { secret in
      MemoryHost([
        "/etc/chrony/chrony.conf": .text("# \(secret.assignment)\npool a iburst\n"),
        "/etc/chrony/chrony.keys": .text("1 SHA256 \(secret.oneLine)\n"),
        "/usr/lib/systemd/system/chrony.service": .text("[Service]\n"),
      ])
    },
    SecretRow("timer") { secret in
      MemoryHost([
        "/etc/crontab": .text("A=\(secret.oneLine)\n0 1 * * * root a --\(secret.assignment)\n"),
        "/usr/lib/systemd/system/a.timer": .text("[Timer]\nOnCalendar=daily\n"),
        "/usr/lib/systemd/system/a.service": .text(
          "[Service]\nEnvironment=\(secret.assignment)\nExecStart=/a --\(secret.assignment)\n"),
        "/usr/sbin/cron": .text(""),
      ])
    },
    SecretRow("log-retention", showsText: false) { secret in
      MemoryHost([
        "/etc/logrotate.conf": .text("# \(secret.assignment)\nrotate 4\nweekly\n"),
        "/etc/logrotate.d/a": .text(
          "/var/log/a.log {\n  postrotate\n    a --\(secret.assignment)\n  endscript\n}\n"),
        "/etc/systemd/journald.conf": .text("# \(secret.assignment)\n[Journal]\n"),
        "/etc/rsyslog.conf": .text("# \(secret.assignment)\n*.* /var/log/a.log\n"),
        "/var/log/a.log": .text("\(secret.assignment)\n"),
        "/usr/lib/systemd/system/a.service": .text("[Service]\n"),
      ])
    },
  ]
}
