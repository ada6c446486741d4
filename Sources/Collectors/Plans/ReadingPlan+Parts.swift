// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// What the parts read that several collectors share.
extension ReadingPlan {
  /// A configuration of systemd with its drop-ins.
  static func systemd(_ name: String) -> ReadingPlan {
    let folders = [
      "/etc/systemd", "/run/systemd", "/usr/local/lib/systemd", "/usr/lib/systemd", "/lib/systemd",
    ]
    return ReadingPlan(folders.flatMap { ["\($0)/\(name)", "\($0)/\(name).d/*"] })
  }

  /// The drop-ins of a folder under `/etc`, `/run` and `/usr`.
  static func dropIns(_ name: String) -> ReadingPlan {
    let folders = ["/etc", "/run", "/usr/local/lib", "/usr/lib", "/lib"]
    return ReadingPlan(folders.map { "\($0)/\(name)/*" })
  }

  /// Unit files, the links between them, and start scripts.
  static let units = ReadingPlan([
    "/etc/systemd/system/**", "/run/systemd/system/**", "/run/systemd/generator/**",
    "/run/systemd/generator.late/**", "/usr/local/lib/systemd/system/*",
    "/usr/lib/systemd/system/*", "/lib/systemd/system/*", "/etc/systemd/system",
    "/run/systemd/system", "/etc/init.d/*", "/etc/init.d", "/etc/rc?.d/*", "/etc/rc?.d",
  ])

  /// The names, owners and arguments of processes.
  static let processes = ReadingPlan(["/proc/*/status", "/proc/*/cmdline"])

  /// The tables of cron and anacron.
  static let schedules = ReadingPlan(
    TimerCollector.daemons + [
      "/etc/crontab", "/etc/anacrontab", "/etc/cron.d/*", "/etc/cron.hourly/*",
      "/etc/cron.daily/*", "/etc/cron.weekly/*", "/etc/cron.monthly/*",
      "/var/spool/cron/crontabs/*", "/var/spool/cron/*", "/var/spool/cron/tabs/*",
    ])
}
