// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// What a host asks of passwords, how long they hold, and when it locks an account.
package struct PasswordPolicyCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "password-policy",
    summary: LocalizedText(
      zh: "口令策略的生效结果：复杂度、历史、有效期与失败锁定（login.defs、PAM、pwquality、faillock 合为一体）",
      en:
        "The password rules in force: quality, history, ageing and lockout, from login.defs, PAM, "
        + "pwquality and faillock as one view"),
    output: RecordType(name: "password_policy", fields: qualityFields + otherFields),
    privileges: LocalizedText(zh: "无", en: "None"),
    reads: LocalizedText(
      zh:
        "/etc/login.defs、/etc/pam.d 中 passwd 与 sshd 的模块栈、/etc/security 下的 pwquality、pwhistory 与 faillock 配置",
      en:
        "/etc/login.defs, the stacks of passwd and sshd in /etc/pam.d, and the files of pwquality, "
        + "pwhistory and faillock in /etc/security"),
    example: [
      "checks_quality": true, "min_length": 12, "min_classes": 3, "min_digits": 1, "min_upper": 0,
      "min_lower": 0, "min_other": 0, "checks_dictionary": true, "checks_user_name": true,
      "binds_root": true, "remembered": 5, "locks_out": true, "attempts": 5,
      "unlock_seconds": 900, "interval_seconds": 900, "locks_root": true, "allows_empty": false,
      "hash_algorithm": "yescrypt", "max_days": 90, "min_days": 1, "warn_days": 7,
    ])

  private static let qualityFields: [RecordType.Field] = [
    .required(
      "checks_quality", .bool, zh: "是否强制检查口令质量（pam_pwquality 或 pam_cracklib）",
      en: "Whether pam_pwquality or pam_cracklib refuses weak passwords"),
    .optional(
      "min_length", .int, zh: "最短长度，已扣除 credit 的抵减",
      en: "The shortest length, credits taken off"),
    .optional("min_classes", .int, zh: "最少字符种类数，0 至 4", en: "The fewest classes, 0 to 4"),
    .optional("min_digits", .int, zh: "最少数字个数", en: "The fewest digits"),
    .optional("min_upper", .int, zh: "最少大写字母个数", en: "The fewest capital letters"),
    .optional("min_lower", .int, zh: "最少小写字母个数", en: "The fewest small letters"),
    .optional("min_other", .int, zh: "最少其他字符个数", en: "The fewest other characters"),
    .optional(
      "min_difference", .int, zh: "与旧口令至少不同的字符数",
      en: "The characters that must differ from the old password"),
    .optional("max_repeat", .int, zh: "同一字符连续出现上限", en: "The most equal characters in a row"),
    .optional("max_sequence", .int, zh: "递增或递减序列上限", en: "The longest run such as 1234"),
    .optional(
      "max_class_repeat", .int, zh: "同类字符连续出现上限", en: "The most of one class in a row"),
    .optional("tries", .int, zh: "每次修改可尝试的次数", en: "The tries at each change"),
    .optional("checks_dictionary", .bool, zh: "是否查字典", en: "Whether a dictionary is asked"),
    .optional(
      "checks_user_name", .bool, zh: "是否禁止包含用户名", en: "Whether the user's name is refused"),
    .optional(
      "binds_root", .bool, zh: "质量要求是否约束 root", en: "Whether the quality rules bind root"),
  ]

  private static let otherFields: [RecordType.Field] = [
    .required("remembered", .int, zh: "不得重复的历史口令数", en: "The old passwords that are refused"),
    .required("locks_out", .bool, zh: "连续失败是否锁定账户", en: "Whether failures lock an account"),
    .optional("attempts", .int, zh: "锁定前的失败次数", en: "The failures before the lock"),
    .optional(
      "unlock_seconds", .int, zh: "锁定秒数，0 为须管理员解锁",
      en: "The seconds of the lock; 0 until an administrator lifts it"),
    .optional("interval_seconds", .int, zh: "失败计数的时间窗，秒", en: "The window of counting in seconds"),
    .optional("locks_root", .bool, zh: "是否也锁定 root", en: "Whether root is locked too"),
    .required("allows_empty", .bool, zh: "是否允许空口令登录", en: "Whether empty passwords are accepted"),
    .optional("hash_algorithm", .string, zh: "新口令的散列算法", en: "The hash of new passwords"),
    .optional("max_days", .int, zh: "新账户口令的最长有效天数", en: "The days a new account's password holds"),
    .optional("min_days", .int, zh: "两次修改的最短天数", en: "The fewest days between changes"),
    .optional("warn_days", .int, zh: "到期前提醒天数", en: "The days of warning before the end"),
    .optional(
      "inactive_days", .int, zh: "口令到期后停用账户的天数",
      en: "The days after the end until a new account is closed"),
  ]

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let rules = try await PasswordRules(&reader)
    let defaults = try await reader.textIfPresent("/etc/login.defs")
    guard rules.hasStacks || defaults != nil else {
      throw CollectionFailure(HostError(.notFound, "/etc/login.defs"))
    }
    var value = rules.value
    if let defaults {
      let lines = SettingLines(defaults, cutsComments: true)
      for (field, name) in [
        ("max_days", "PASS_MAX_DAYS"), ("min_days", "PASS_MIN_DAYS"),
        ("warn_days", "PASS_WARN_AGE"),
      ] {
        guard let entry = lines[name], let number = Int64(entry.value) else { continue }
        value[field] = .int(number)
        reader.trail.origin([field], source: entry.source, line: entry.line)
      }
      if value["hash_algorithm"] == nil, let entry = lines["ENCRYPT_METHOD"] {
        value["hash_algorithm"] = .string(entry.value.lowercased())
        reader.trail.origin(["hash_algorithm"], source: entry.source, line: entry.line)
      }
    }
    if let file = try await reader.textIfPresent("/etc/default/useradd"),
      let entry = SettingLines(file)["INACTIVE"], let number = Int64(entry.value), number >= 0
    {
      value["inactive_days"] = .int(number)
      reader.trail.origin(["inactive_days"], source: entry.source, line: entry.line)
    }
    return CollectedEvidence(.object(value), reader.trail)
  }
}
