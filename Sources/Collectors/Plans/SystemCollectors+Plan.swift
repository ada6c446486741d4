// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

extension JournaldCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([
      "/usr/lib/systemd/systemd-journald", "/lib/systemd/systemd-journald",
      "/usr/lib/systemd/system/systemd-journald.service",
      "/lib/systemd/system/systemd-journald.service", "/var/log/journal",
    ]).merging(.systemd("journald.conf"))
  }
}

extension KernelModuleCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([
      "/proc/modules", "/proc/cmdline", "/proc/sys/kernel/osrelease",
      "/lib/modules/*/modules.builtin", "/etc/modprobe.conf",
    ]).merging(.dropIns("modprobe.d"))
  }
}

extension KernelParameterCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    let running = SysctlFiles.path(of: arguments.text("name")).map { ["/proc/sys/\($0)"] } ?? []
    return ReadingPlan(running + ["/etc/sysctl.conf"]).merging(.dropIns("sysctl.d"))
  }
}

extension MountCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(["/proc/self/mountinfo", "/etc/fstab"])
  }
}

extension OSCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([
      "/etc/os-release", "/usr/lib/os-release", "/proc/sys/kernel/osrelease",
      "/proc/sys/kernel/arch", "/bin/sh", "/.dockerenv", "/run/.containerenv",
      "/run/systemd/container", "/proc/1/environ", "/var/lib/dpkg/status",
      "/var/lib/dpkg/status.d", "/var/lib/rpm", "/usr/lib/sysimage/rpm", "/lib/apk/db",
      "/var/lib/pacman",
    ])
  }
}

extension ProcessCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(["/etc/passwd"]).merging(.processes)
  }
}

extension SocketCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([
      "/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6", "/proc/*/fd/*",
      "/proc/*/comm",
    ])
  }
}

extension AntimalwareCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(
      AntimalwareProduct.all.flatMap(\.paths) + Self.databases.flatMap { [$0, "\($0)/*"] }
    ).merging(.units).merging(.processes).merging(.schedules)
  }
}

extension DiskEncryptionCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([
      "/etc/crypttab", "/etc/fstab", "/proc/self/mountinfo", "/proc/swaps", "/sys/dev/block/**",
      "/sys/class/block/*/dev", "/dev/**",
    ])
  }
}

extension MandatoryAccessCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([
      "/etc/selinux/config", "/sys/fs/selinux/enforce", "/etc/apparmor.d/*",
      "/etc/apparmor.d/disable/*", "/sys/module/apparmor/parameters/enabled",
      "/sys/kernel/security/apparmor/profiles", "/proc/cmdline", "/etc/default/grub",
    ]).merging(.units).merging(.processes)
  }
}

extension TimerCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    .units.merging(.schedules).merging(.processes)
  }
}
