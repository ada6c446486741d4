// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct PasswordPolicyCollectorTests {
  @Test func `openEuler's stacks, arguments above files`() async throws {
    let policy = await CollectorRun.observe(
      "password-policy", on: try FixtureHost.open("openeuler"))
    #expect(
      policy.value == [
        "checks_quality": true, "min_length": 8, "min_classes": 3, "min_digits": 0, "min_upper": 0,
        "min_lower": 0, "min_other": 0, "tries": 3, "checks_dictionary": true,
        "checks_user_name": true, "binds_root": true, "remembered": 5, "locks_out": true,
        "attempts": 3, "unlock_seconds": 60, "interval_seconds": 900, "locks_root": true,
        "allows_empty": true, "hash_algorithm": "sha512", "max_days": 90, "min_days": 0,
        "warn_days": 7,
      ])
    #expect(policy.origin("min_length") == "/etc/pam.d/system-auth:5")
    #expect(policy.origin("attempts") == "/etc/pam.d/password-auth:4")
    #expect(policy.origin("max_days") == "/etc/login.defs:1")
  }

  @Test func `Debian's files: the main one after its drop-ins, credits taken off`() async throws {
    let policy = await CollectorRun.observe("password-policy", on: try FixtureHost.open("debian"))
    #expect(policy["min_length"] == 13, "14 less one for a digit")
    #expect(policy["min_upper"] == 1)
    #expect(policy["min_other"] == 2)
    #expect(policy["min_classes"] == 2)
    #expect(policy["max_repeat"] == 3)
    #expect(policy["binds_root"] == true)
    #expect(policy["remembered"] == 4)
    #expect(policy["locks_out"] == false, "optional, and preauth alone refuses nobody")
    #expect(policy["hash_algorithm"] == "yescrypt")
    #expect(policy["inactive_days"] == 30)
    #expect(policy.origin("min_length") == "/etc/security/pwquality.conf:2")
    #expect(policy.origin("max_repeat") == "/etc/security/pwquality.conf.d/site.conf:2")
    #expect(policy.origin("tries") == "/etc/pam.d/common-password:1")
  }

  @Test func `RHEL's faillock has its numbers in its own file`() async throws {
    let policy = await CollectorRun.observe("password-policy", on: try FixtureHost.open("rhel"))
    #expect(policy["attempts"] == 5)
    #expect(policy["unlock_seconds"] == 0)
    #expect(policy["interval_seconds"] == 900)
    #expect(policy["locks_root"] == false)
    #expect(policy["allows_empty"] == false)
    #expect(policy["min_length"] == 12)
    #expect(policy.origin("attempts") == "/etc/security/faillock.conf:1")
    #expect(policy.origin("locks_out") == "/etc/pam.d/password-auth:3")
  }

  @Test func `older systems count with pam_cracklib and pam_tally2`() async {
    let host = MemoryHost([
      "/etc/pam.d/system-auth": .text(
        "auth required pam_tally2.so deny=5 unlock_time=1800\n"
          + "password required /lib64/security/pam_cracklib.so minlen=10 dcredit=-1\n"
          + "password sufficient pam_unix.so md5 remember=3\n")
    ])
    let policy = await CollectorRun.observe("password-policy", on: host)
    #expect(policy["min_length"] == 7, "three credits of one each")
    #expect(policy["min_digits"] == 1)
    #expect(policy["attempts"] == 5)
    #expect(policy["unlock_seconds"] == 1_800)
    #expect(policy["remembered"] == 3)
    #expect(policy["hash_algorithm"] == "md5")
  }

  @Test func `stacks that include each other are refused, not followed for ever`() async {
    let host = MemoryHost([
      "/etc/pam.d/passwd": .text("password include system-auth\npassword include system-auth\n"),
      "/etc/pam.d/system-auth": .text("password substack passwd\npassword substack passwd\n"),
    ])
    let policy = await CollectorRun.observe("password-policy", on: host)
    #expect(policy.status == .failed)
  }

  @Test func `a module that only warns does not check`() async {
    let host = MemoryHost([
      "/etc/pam.d/passwd": .text("password requisite pam_pwquality.so enforcing=0\n")
    ])
    #expect(await CollectorRun.observe("password-policy", on: host)["checks_quality"] == false)
  }
}
