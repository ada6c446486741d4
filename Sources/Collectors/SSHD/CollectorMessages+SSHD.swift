// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Why sshd refuses a configuration, in words for the reader of a report.
extension CollectorMessages {
  /// The first of several refusals, with the number of the others.
  static func refused(_ refusals: [LocalizedText]) -> LocalizedText? {
    guard let first = refusals.first, refusals.count > 1 else { return refusals.first }
    let count = refusals.count - 1
    return LocalizedText(
      zh: "\(first.zh)；另有 \(count) 处",
      en: "\(first.en), and \(count) more \(count == 1 ? "line" : "lines")")
  }

  static func refused(_ path: String, line: Int, _ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "\(path):\(line)：\(reason.zh)，OpenSSH 会拒绝该配置",
      en: "\(path):\(line): \(reason.en), so OpenSSH refuses the file")
  }

  static func noArgument(_ keyword: String) -> LocalizedText {
    let keyword = shortened(keyword)
    return LocalizedText(zh: "'\(keyword)' 没有取值", en: "'\(keyword)' has no value")
  }

  static func unknownKeyword(_ word: String, _ suggestion: String?) -> LocalizedText {
    let word = shortened(word)
    return LocalizedText(
      zh: "没有名为 '\(word)' 的关键字" + (suggestion.map { "（是否想写 '\($0)'？）" } ?? ""),
      en: "there is no keyword '\(word)'" + (suggestion.map { " (did you mean '\($0)'?)" } ?? ""))
  }

  static let openQuote = LocalizedText(zh: "引号没有配对", en: "a quote is not closed")

  static func notInMatch(_ keyword: String) -> LocalizedText {
    LocalizedText(
      zh: "'\(keyword)' 不得出现在 Match 块中", en: "'\(keyword)' must not stand in a Match block")
  }

  static func linkToNothing(_ path: String) -> LocalizedText {
    LocalizedText(zh: "'\(path)' 指向不存在的文件", en: "'\(path)' links to no file")
  }

  static let repeatedSubsystem = LocalizedText(
    zh: "'Subsystem' 两次定义同一名称", en: "'Subsystem' defines a name twice")

  static func needs(_ keyword: String, _ other: String) -> LocalizedText {
    LocalizedText(zh: "'\(keyword)' 须与 '\(other)' 同时设置", en: "'\(keyword)' needs '\(other)'")
  }

  static let methodsSwitchedOff = LocalizedText(
    zh: "'AuthenticationMethods' 列出的认证方式均未启用",
    en: "no list of 'AuthenticationMethods' has all its methods switched on")

  static func badArgument(_ keyword: String, _ fault: SSHDFault) -> LocalizedText {
    switch fault {
    case .missing: return noArgument(keyword)
    case .bad(let word):
      let word = shortened(word)
      return LocalizedText(
        zh: "'\(word)' 不是 '\(keyword)' 的合法取值", en: "'\(word)' is no value for '\(keyword)'")
    case .notOneOf(let word, let words):
      let (word, list) = (shortened(word), words.joined(separator: ", "))
      return LocalizedText(
        zh: "'\(keyword)' 须为 \(words.joined(separator: "、")) 之一，不能是 '\(word)'",
        en: "'\(keyword)' must be one of \(list), not '\(word)'")
    case .extra(let word):
      let word = shortened(word)
      return LocalizedText(
        zh: "'\(keyword)' 的取值之后有多余的 '\(word)'",
        en: "'\(word)' follows the value of '\(keyword)'")
    case .notAlone(let word):
      return LocalizedText(
        zh: "'\(keyword)' 中 '\(word)' 须单独使用", en: "'\(word)' must stand alone in '\(keyword)'")
    }
  }

  /// A word of hostile files can be as long as the file.
  private static func shortened(_ word: String) -> String {
    word.count > 60 ? "\(word.prefix(60))…" : word
  }
}
