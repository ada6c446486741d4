// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Why the settings of a service were not collected, in words for the reader of a report.
enum ServiceMessages {
  static func notInstalled(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "主机上没有 \(name) 的配置文件", en: "the host has no configuration file of \(name)")
  }

  /// A mistake for which the service itself would refuse its configuration.
  static func refused(_ place: String, _ detail: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "\(place)：\(detail.zh)", en: "\(place): \(detail.en)")
  }

  static func tooMuch(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "配置超过 \(limit) 条指令", en: "the configuration has more than \(limit) directives")
  }

  static func tooManyFiles(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "配置包含的文件超过 \(limit) 个", en: "the configuration includes more than \(limit) files")
  }

  static func tooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "嵌套超过 \(limit) 层", en: "nesting is deeper than \(limit)")
  }

  static func unexpected(_ what: String) -> LocalizedText {
    LocalizedText(zh: "意外的 '\(what.prefix(40))'", en: "unexpected '\(what.prefix(40))'")
  }

  static func unended(_ what: String) -> LocalizedText {
    LocalizedText(zh: "文件结束时缺少 '\(what)'", en: "the file ends where '\(what)' is expected")
  }

  static func missingInclude(_ path: String) -> LocalizedText {
    LocalizedText(zh: "包含的文件 '\(path)' 不存在", en: "the included file '\(path)' does not exist")
  }

  static func misplaced(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "此处不允许 '\(name.prefix(40))'", en: "'\(name.prefix(40))' is not allowed here")
  }

  static func unknown(_ name: String) -> LocalizedText {
    LocalizedText(zh: "未知的指令 '\(name.prefix(40))'", en: "unknown directive '\(name.prefix(40))'")
  }

  static func duplicate(_ name: String) -> LocalizedText {
    LocalizedText(zh: "'\(name.prefix(40))' 重复", en: "'\(name.prefix(40))' is duplicate")
  }

  static func argumentCount(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "'\(name.prefix(40))' 的参数个数不对",
      en: "'\(name.prefix(40))' has a wrong number of arguments")
  }

  /// The value itself is left out: it may be a secret in a wrong place.
  static func badValue(_ name: String) -> LocalizedText {
    LocalizedText(zh: "'\(name.prefix(40))' 的取值无效", en: "'\(name.prefix(40))' has an invalid value")
  }

  static func missing(_ name: String) -> LocalizedText {
    LocalizedText(zh: "缺少 '\(name)'", en: "'\(name)' is missing")
  }
}
