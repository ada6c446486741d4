// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Which Augeas lens reads which file, for the files whose place is the same everywhere.
enum LensTable {
  /// Patterns of paths with their lenses; the first that matches counts.
  static let rows: [(pattern: String, lens: String)] = [
    ("/etc/login.defs", "Login_defs.lns"),
    ("/etc/ssh/sshd_config", "Sshd.lns"),
    ("/etc/ssh/sshd_config.d/*.conf", "Sshd.lns"),
    ("/etc/ssh/ssh_config", "Ssh.lns"),
    ("/etc/ssh/ssh_config.d/*.conf", "Ssh.lns"),
    // These hold plain `key=value` in sections; the lens of units would split their values.
    ("/etc/systemd/*.conf", "Puppet.lns"),
    ("/etc/systemd/*.conf.d/*.conf", "Puppet.lns"),
    ("/usr/lib/systemd/*.conf.d/*.conf", "Puppet.lns"),
    ("/etc/systemd/system/*", "Systemd.lns"),
    ("/usr/lib/systemd/system/*", "Systemd.lns"),
    ("/lib/systemd/system/*", "Systemd.lns"),
    ("/etc/sysctl.conf", "Sysctl.lns"),
    ("/etc/sysctl.d/*.conf", "Sysctl.lns"),
    ("/usr/lib/sysctl.d/*.conf", "Sysctl.lns"),
    ("/etc/fstab", "Fstab.lns"),
    ("/etc/hosts", "Hosts.lns"),
    ("/etc/resolv.conf", "Resolv.lns"),
    ("/etc/nsswitch.conf", "Nsswitch.lns"),
    ("/etc/security/limits.conf", "Limits.lns"),
    ("/etc/security/limits.d/*.conf", "Limits.lns"),
    ("/etc/security/access.conf", "Access.lns"),
    ("/etc/security/pwquality.conf", "Simplevars.lns"),
    ("/etc/security/pwquality.conf.d/*.conf", "Simplevars.lns"),
    ("/etc/security/faillock.conf", "Simplevars.lns"),
    ("/etc/security/pwhistory.conf", "Simplevars.lns"),
    ("/etc/pam.d/*", "Pam.lns"),
    ("/etc/rsyslog.conf", "Rsyslog.lns"),
    ("/etc/rsyslog.d/*.conf", "Rsyslog.lns"),
    ("/etc/chrony.conf", "Chrony.lns"),
    ("/etc/chrony/*.conf", "Chrony.lns"),
    ("/etc/chrony/*/*.conf", "Chrony.lns"),
    ("/etc/chrony/sources.d/*.sources", "Chrony.lns"),
    ("/etc/chrony.d/*.conf", "Chrony.lns"),
    ("/etc/ntp.conf", "Ntp.lns"),
    ("/etc/ntpsec/ntp.conf", "Ntp.lns"),
    ("/etc/logrotate.conf", "Logrotate.lns"),
    ("/etc/logrotate.d/*", "Logrotate.lns"),
    ("/etc/sudoers", "Sudoers.lns"),
    ("/etc/sudoers.d/*", "Sudoers.lns"),
    ("/etc/my.cnf", "MySQL.lns"),
    ("/etc/my.cnf.d/*.cnf", "MySQL.lns"),
    ("/etc/mysql/*.cnf", "MySQL.lns"),
    ("/etc/mysql/*/*.cnf", "MySQL.lns"),
    ("/etc/postgresql/*/*/pg_hba.conf", "Pg_Hba.lns"),
    ("/var/lib/pgsql/data/pg_hba.conf", "Pg_Hba.lns"),
    ("/var/lib/pgsql/*/data/pg_hba.conf", "Pg_Hba.lns"),
    ("/etc/postgresql/*/*/postgresql.conf", "Postgresql.lns"),
    ("/var/lib/pgsql/data/postgresql.conf", "Postgresql.lns"),
    ("/var/lib/pgsql/*/data/postgresql.conf", "Postgresql.lns"),
    ("/etc/nginx/*.conf", "Nginx.lns"),
    ("/etc/nginx/*/*", "Nginx.lns"),
    ("/etc/redis/*.conf", "Redis.lns"),
    ("/etc/redis.conf", "Redis.lns"),
    ("/etc/audit/auditd.conf", "Simplevars.lns"),
    ("/etc/default/*", "Shellvars.lns"),
    ("/etc/sysconfig/*", "Shellvars.lns"),
    ("/etc/selinux/config", "Shellvars.lns"),
    ("/etc/ufw/ufw.conf", "Shellvars.lns"),
    ("/etc/os-release", "Shellvars.lns"),
    ("/etc/crontab", "Cron.lns"),
    ("/etc/cron.d/*", "Cron.lns"),
    ("/etc/apt/apt.conf", "Aptconf.lns"),
    ("/etc/apt/apt.conf.d/*", "Aptconf.lns"),
    ("/etc/yum.conf", "Yum.lns"),
    ("/etc/dnf/dnf.conf", "Yum.lns"),
    ("/etc/dnf/automatic.conf", "Puppet.lns"),
    ("/etc/yum.repos.d/*.repo", "Yum.lns"),
    ("/etc/exports", "Exports.lns"),
    ("/etc/samba/smb.conf", "Samba.lns"),
    ("/etc/vsftpd.conf", "Vsftpd.lns"),
    ("/etc/vsftpd/vsftpd.conf", "Vsftpd.lns"),
    ("/etc/postfix/main.cf", "Postfix_Main.lns"),
    ("/etc/hosts.allow", "Hosts_Access.lns"),
    ("/etc/hosts.deny", "Hosts_Access.lns"),
    ("/etc/grub.conf", "Grub.lns"),
    ("/etc/fail2ban/*.conf", "Fail2ban.lns"),
    ("/etc/fail2ban/*.local", "Fail2ban.lns"),
    ("/etc/fail2ban/jail.d/*", "Fail2ban.lns"),
  ]

  /// Returns the lens of a file, or `nil` when its place does not tell.
  static func lens(of path: String) -> String? {
    rows.first { row in
      let names = (path: path.split(separator: "/"), pattern: row.pattern.split(separator: "/"))
      return names.path.count == names.pattern.count
        && zip(names.path, names.pattern).allSatisfy {
          GlobPattern.matches(String($0), String($1))
        }
    }?.lens
  }
}
