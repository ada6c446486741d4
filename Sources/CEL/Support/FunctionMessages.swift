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

// What library functions say of addresses, versions and encodings.
extension FunctionFailure {
  static func invalidAddress(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是 IP 地址；写法如 '192.168.0.1' 或 '2001:db8::1'",
      en: "'\(text)' is not an IP address such as '192.168.0.1' or '2001:db8::1'")
  }

  static func addressWithZone(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "IP 地址 '\(text)' 不得带区域标识（%）",
      en: "IP address '\(text)' must not have a zone (%)")
  }

  static func mappedAddress(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 是映射为 IPv6 的 IPv4 地址；请直接写 IPv4 地址",
      en: "'\(text)' is an IPv4 address mapped into IPv6; write the IPv4 address")
  }

  static func invalidNetwork(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是 CIDR 网段；写法如 '192.168.0.0/24' 或 '2001:db8::/32'",
      en: "'\(text)' is not a CIDR range such as '192.168.0.0/24' or '2001:db8::/32'")
  }

  static func invalidSemanticVersion(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是语义化版本；写法如 '1.2.3' 或 '1.2.3-rc.1'",
      en: "'\(text)' is not a semantic version such as '1.2.3' or '1.2.3-rc.1'")
  }

  static func invalidPackageVersion(
    _ text: String, scheme: PackageVersion.Scheme
  ) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是 \(scheme.rawValue) 软件包版本；写法如 '1:2.3.4-5'",
      en: "'\(text)' is not a \(scheme.rawValue) package version such as '1:2.3.4-5'")
  }

  static func invalidFileMode(_ text: String) -> FunctionFailure {
    FunctionFailure(
      zh: "'\(text)' 不是八进制文件权限；写法如 '0640'",
      en: "'\(text)' is not an octal file mode such as '0640'")
  }

  static func fileModeOutOfRange(_ bits: Int64) -> FunctionFailure {
    FunctionFailure(
      zh: "\(bits) 不是文件权限：必须在 0 至 65535 之间",
      en: "\(bits) is not a file mode, which is between 0 and 65535")
  }

  static let invalidBase64 = FunctionFailure(
    zh: "不是有效的 base64 文本", en: "not a valid base64 text")
}

// What library functions say of positions, templates and shifts.
extension FunctionFailure {
  static func indexOutOfRange(_ index: Int64) -> FunctionFailure {
    FunctionFailure(zh: "位置 \(index) 超出范围", en: "index \(index) is out of range")
  }

  static func invalidSubstring(from start: Int64, to end: Int64) -> FunctionFailure {
    FunctionFailure(
      zh: "子串的起点 \(start) 不得大于终点 \(end)",
      en: "a substring's start \(start) must not be greater than its end \(end)")
  }

  static func unknownFormatClause(_ letter: String) -> FunctionFailure {
    FunctionFailure(
      zh: "格式 '%\(letter)' 不存在；可用 %s、%d、%f、%e、%b、%o、%x、%X 和 %%",
      en: "there is no format '%\(letter)'; use %s, %d, %f, %e, %b, %o, %x, %X or %%")
  }

  static let missingFormatClause = FunctionFailure(
    zh: "格式文本不得以单个 % 结尾；百分号写作 %%",
    en: "a format must not end in a single %; write a percent sign as %%")

  static func invalidPrecision(_ digits: String) -> FunctionFailure {
    FunctionFailure(
      zh: "格式的小数位数 '\(digits)' 必须是 0 至 \(FormatTemplate.maximumDecimals) 的数字",
      en: """
        the precision '\(digits)' of a format must be a number from 0 to \
        \(FormatTemplate.maximumDecimals)
        """)
  }

  static func precisionNotAllowed(_ letter: String) -> FunctionFailure {
    FunctionFailure(
      zh: "格式 '%\(letter)' 不得带小数位数",
      en: "format '%\(letter)' must not have a precision")
  }

  static func negativeShift(_ distance: Int64) -> FunctionFailure {
    FunctionFailure(
      zh: "移位的位数 \(distance) 不得为负", en: "a shift by \(distance) must not be negative")
  }
}

// What library functions say of values that do not fit.
extension FunctionFailure {
  static func elementNotText(index: Int, type: String) -> FunctionFailure {
    FunctionFailure(
      zh: "列表的每个元素都必须是文本，而第 \(index) 个是 \(type)",
      en: "each element of the list must be a string, but [\(index)] is a \(type)")
  }

  static let textTooLong = FunctionFailure(
    zh: "文本不得超过 \(TextBuilder.maximumByteCount) 字节",
    en: "a text must not have more than \(TextBuilder.maximumByteCount) bytes")

  static func missingFormatArgument(_ index: Int, of count: Int) -> FunctionFailure {
    FunctionFailure(
      zh: "格式需要 \(count) 个值，但列表只有 \(index) 个",
      en: "the format takes \(count) values, but the list has only \(index)")
  }

  static func formatMismatch(_ clause: String, _ type: String) -> FunctionFailure {
    FunctionFailure(
      zh: "格式 '\(clause)' 不能用于 \(type)", en: "format '\(clause)' does not take a \(type)")
  }

  static let formatTooDeep = FunctionFailure(
    zh: "列表和映射嵌套过深，不能写成文本", en: "lists and maps are nested too deeply to be written")
}

// What library functions say of numbers and lists.
extension FunctionFailure {
  static let extremeOfNothing = FunctionFailure(
    zh: "空列表没有最大值和最小值", en: "an empty list has no greatest or least number")

  static func notANumber(_ value: CELValue) -> FunctionFailure {
    FunctionFailure(
      zh: "参数必须是数，而不是 \(value.type.runtimeName)",
      en: "the arguments must be numbers, not a \(value.type.runtimeName)")
  }

  static let absoluteValueOverflow = FunctionFailure(
    zh: "整数溢出：最小的 int 没有绝对值",
    en: "integer overflow; the least int has no absolute value")

  static func negativeDepth(_ depth: Int64) -> FunctionFailure {
    FunctionFailure(
      zh: "展平的层数 \(depth) 不得为负", en: "the depth \(depth) to flatten must not be negative")
  }

  static let listTooLong = FunctionFailure(
    zh: "列表不得超过 \(ListFunctions.maximumCount) 个元素",
    en: "a list must not have more than \(ListFunctions.maximumCount) elements")

  static func invalidSlice(from start: Int64, to end: Int64, count: Int) -> FunctionFailure {
    FunctionFailure(
      zh: "截取 \(start) 至 \(end) 必须在列表的 0 至 \(count) 之内，且起点不大于终点",
      en: """
        a slice from \(start) to \(end) must lie within 0 and \(count), its start not after its end
        """)
  }

  static func mixedSortKeys(_ first: String, _ other: String) -> FunctionFailure {
    FunctionFailure(
      zh: "排序的值必须类型相同，而这里有 \(first) 和 \(other)",
      en: "values to sort must have the same type, but there are \(first) and \(other)")
  }

  static func unorderedSortKey(_ type: String) -> FunctionFailure {
    FunctionFailure(
      zh: "\(type) 没有先后次序，不能排序", en: "a \(type) has no order and cannot be sorted")
  }
}

// What library functions say of values of another library's type.
extension FunctionFailure {
  static func wrongType(_ value: CELValue, _ wanted: CELType) -> FunctionFailure {
    FunctionFailure(
      zh: "此处需要 \(wanted)，而不是 \(value.type.runtimeName)",
      en: "a \(wanted) is needed here, not a \(value.type.runtimeName)")
  }
}

// What conversions say.
extension FunctionFailure {
  static func unreadable(_ text: String, _ type: CELType) -> FunctionFailure {
    FunctionFailure(
      zh: "文本 '\(text)' 不能转换为 \(type)", en: "the text '\(text)' cannot be read as \(type)")
  }

  static func conversionOutOfRange(_ value: CELValue, _ type: CELType) -> FunctionFailure {
    FunctionFailure(
      zh: "\(value) 超出 \(type) 的范围", en: "\(value) is out of the range of \(type)")
  }

  static let invalidUTF8 = FunctionFailure(
    zh: "这些字节不是有效的 UTF-8", en: "the bytes are not valid UTF-8")
}
