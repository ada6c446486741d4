// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

// What library functions say of arguments that they cannot answer for.
extension FunctionFailure {
  private init(zh: String, en: String) {
    self.init(LocalizedText(zh: zh, en: en))
  }

  // MARK: Regular expressions

  static func invalidPattern(_ pattern: String, reason: String) -> FunctionFailure {
    FunctionFailure(
      zh: "正则表达式 '\(pattern)' 无效：\(reason)",
      en: "'\(pattern)' is not a valid RE2 regular expression: \(reason)")
  }

  static func tooManyGroups(_ pattern: String) -> FunctionFailure {
    FunctionFailure(
      zh: "正则表达式 '\(pattern)' 至多只能有一个捕获组；其余的组请写作 (?:…)",
      en: """
        regular expression '\(pattern)' must have at most one capturing group; \
        write the others as (?:…)
        """)
  }

  static func invalidReplacement(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: #"替换文本 '\#(text)' 中的 \ 后面必须是数字或 \"#,
      en: #"in the replacement '\#(text)' a \ must be followed by a digit or \"#)
  }

  static func unknownGroup(_ number: Int, groupCount: Int) -> FunctionFailure {
    FunctionFailure(
      zh: #"替换文本引用了捕获组 \\#(number)，但正则表达式只有 \#(groupCount) 个捕获组"#,
      en: #"""
        the replacement refers to group \\#(number), but the regular expression has only \#
        \#(groupCount)
        """#)
  }

  // MARK: Time

  static func invalidDuration(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是时长；时长的写法如 '1h30m' 或 '1.5s'",
      en: "'\(text)' is not a duration such as '1h30m' or '1.5s'")
  }

  static func unknownDurationUnit(_ unit: String, in text: String) -> FunctionFailure {
    let days = unit == "d"
    let hint: (zh: String, en: String) =
      days ? ("；一天写作 24h", "; write a day as 24h") : ("", "")
    return unit.isEmpty
      ? FunctionFailure(
        zh: "时长 '\(text)' 的每个数字都必须带单位：h、m、s、ms、us 或 ns",
        en: "each number of duration '\(text)' must have a unit: h, m, s, ms, us or ns")
      : FunctionFailure(
        zh: "时长 '\(text)' 的单位 '\(unit)' 必须是 h、m、s、ms、us 或 ns\(hint.zh)",
        en: "unit '\(unit)' of duration '\(text)' must be h, m, s, ms, us or ns\(hint.en)")
  }

  static func durationOutOfRange(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "时长 '\(text)' 超出范围：时长至多约 292 年",
      en: "duration '\(text)' is out of range; durations have at most about 292 years")
  }

  static func invalidISO8601Duration(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是 ISO 8601 时长；写法如 'P180D' 或 'PT4H30M'",
      en: "'\(text)' is not an ISO 8601 duration such as 'P180D' or 'PT4H30M'")
  }

  static func calendarDuration(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "时长 '\(text)' 不得使用年或月，因为其长度取决于日期；请用周或天",
      en: """
        duration '\(text)' must not have years or months, whose length depends on the date; \
        use weeks or days
        """)
  }

  static func invalidTimestamp(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是公元 1 至 9999 年间的 RFC 3339 时间；写法如 '2026-01-31T08:00:00+08:00'",
      en: """
        '\(text)' is not an RFC 3339 time of the years 1 to 9999, such as \
        '2026-01-31T08:00:00+08:00'
        """)
  }

  static func timestampOutOfRange(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "时间戳 '\(text)' 超出范围：必须在公元 1 至 9999 年间",
      en: "timestamp '\(text)' is out of range; it must lie in the years 1 to 9999")
  }

  static func invalidTimeZoneOffset(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是时区偏移；写法如 '+08:00'",
      en: "'\(text)' is not a time zone offset such as '+08:00'")
  }

  static func invalidTimeZoneName(_ name: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(name)' 不是时区名称；写法如 'Asia/Shanghai'",
      en: "'\(name)' is not a time zone name such as 'Asia/Shanghai'")
  }

  static func unknownTimeZone(_ name: String) -> FunctionFailure {
    FunctionFailure(
      zh: "本机的时区数据库中没有时区 '\(name)'",
      en: "the time zone database of this machine has no zone '\(name)'")
  }
}
