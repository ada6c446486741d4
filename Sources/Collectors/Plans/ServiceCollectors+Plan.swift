// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

extension AuditRuleCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(
      ["/etc/audit/rules.d/*", "/etc/audit/audit.rules", "/etc/audit/auditd.conf", "/sbin/auditd"],
      commands: [.auditRules]
    ).merging(.units).merging(.processes)
  }
}

extension NginxCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    let files = [
      "/etc/nginx/nginx.conf", "/usr/local/nginx/conf/nginx.conf",
      "/usr/local/openresty/nginx/conf/nginx.conf", "/www/server/nginx/conf/nginx.conf",
    ]
    let given = arguments.optionalText("path").map { [$0] } ?? files
    return ReadingPlan(
      given + ["/etc/nginx/**", "/var/lib/dpkg/status"], commands: [.nginxBuild],
      followed: given)
  }
}

extension PackageCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(
      [
        "/etc/os-release", "/usr/lib/os-release", "/var/lib/dpkg/status",
        "/var/lib/dpkg/status.d/*", "/var/lib/rpm",
        "/usr/lib/sysimage/rpm",
      ], commands: [.rpmQuery(names: arguments.texts("names"))])
  }
}

extension ServiceCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    let units = arguments.texts("names").map(Self.unit)
    return ReadingPlan(commands: [.systemctlShow(units: units)]).merging(.units)
  }
}

extension SSHDCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    let path = arguments.text("path")
    return ReadingPlan(
      [
        path, "/etc/ssh/sshd_config.d/*", "/etc/crypto-policies/back-ends/*", "/usr/sbin/sshd",
      ],
      commands: [.sshdSettings(path: path)], followed: [path])
  }
}

extension TimeSyncCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(
      [
        "/etc/chrony.conf", "/etc/chrony/**", "/etc/chrony.d/*", "/etc/ntp.conf",
        "/etc/ntpsec/ntp.conf", "/etc/openntpd/ntpd.conf", "/run/systemd/timesync/synchronized",
      ], commands: [.chronyTracking], followed: ["/etc/chrony.conf", "/etc/chrony/chrony.conf"]
    ).merging(.systemd("timesyncd.conf")).merging(.units).merging(.processes)
  }
}
