// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

extension AccountCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    let shadow = arguments.flag("passwords") ? ["/etc/shadow"] : []
    return ReadingPlan(["/etc/passwd", "/etc/group", "/etc/login.defs"] + shadow)
  }
}

extension GroupCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(["/etc/group", "/etc/passwd"])
  }
}

extension PasswordPolicyCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(
      [
        "/etc/login.defs", "/etc/default/useradd", "/etc/pam.d/*", "/usr/lib/pam.d/*",
        "/etc/security/pwquality.conf", "/etc/security/pwquality.conf.d/*",
        "/etc/security/pwhistory.conf", "/etc/security/faillock.conf",
      ], followed: ["/etc/pam.d/passwd", "/etc/pam.d/sshd"])
  }
}

extension SudoCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(
      ["/etc/sudoers", "/etc/sudoers.d/*", "/etc/group", "/etc/passwd"], followed: ["/etc/sudoers"])
  }
}
