// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What the decoder says about nodes that do not fit their model.
enum DecodingMessages {
  // MARK: Names of values

  static let theFile = LocalizedText(zh: "文件内容", en: "the file's content")

  static func key(_ key: String) -> LocalizedText {
    LocalizedText(verbatim: Messages.quoted(key))
  }

  static func element(_ number: Int, of list: LocalizedText?) -> LocalizedText {
    guard let list else { return LocalizedText(zh: "第 \(number) 个元素", en: "element \(number)") }
    return LocalizedText(zh: "\(list.zh) 的第 \(number) 个元素", en: "element \(number) of \(list.en)")
  }

  // MARK: What is expected

  static let text = LocalizedText(zh: "文本", en: "a text")
  static let boolean = LocalizedText(zh: "'true' 或 'false'", en: "'true' or 'false'")
  static let wholeNumber = LocalizedText(zh: "整数", en: "a whole number")
  static let number = LocalizedText(zh: "数字", en: "a number")
  static let list = LocalizedText(zh: "列表", en: "a list")
  static let mappingOfNames = LocalizedText(
    zh: "由名称和值组成的映射", en: "a mapping from names to values")
  static let localizedText = LocalizedText(
    zh: "两种语言的文本，形如 {zh: …, en: …}", en: "a text in both languages, {zh: …, en: …}")

  static func mapping(of subject: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "描述\(subject.zh)的映射", en: "a mapping that describes a \(subject.en)")
  }

  static func oneOf(_ words: [String]) -> LocalizedText {
    let list = words.joined(separator: ", ")
    return LocalizedText(zh: "以下之一: \(list)", en: "one of: \(list)")
  }

  // MARK: Messages

  static let emptyDocument = LocalizedText(zh: "文件没有内容", en: "the file has no content")
  static let severalDocuments = LocalizedText(
    zh: "一个文件只能有一个 YAML 文档", en: "a file must hold a single YAML document")
  static let keyNotText = LocalizedText(
    zh: "键必须是文本；以 '{' 或 '[' 开头的文本须加引号",
    en: "a key must be a text; one that starts with '{' or '[' must be quoted")

  static func wrongType(
    _ name: LocalizedText, expected: LocalizedText, found node: YAMLNode
  ) -> LocalizedText {
    let found = found(node)
    return LocalizedText(
      zh: "\(spacedAfter(name.zh))必须是\(spaced(expected.zh))，而不是\(spaced(found.zh))",
      en: "\(name.en) must be \(expected.en), not \(found.en)")
  }

  static func missingKey(_ key: String, _ subject: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "\(subject.zh)缺少键 '\(key)'", en: "\(subject.en) lacks the key '\(key)'")
  }

  static func unknownKey(_ key: String, _ subject: LocalizedText) -> LocalizedText {
    let key = Messages.quoted(key)
    return LocalizedText(
      zh: "\(subject.zh)中没有名为 \(key) 的键", en: "unknown key \(key) in \(subject.en)")
  }

  static func unknownValue(
    _ name: LocalizedText, _ text: String, allowed: [String]
  ) -> LocalizedText {
    let list = allowed.joined(separator: ", ")
    let text = Messages.quoted(text)
    return LocalizedText(
      zh: "\(spacedAfter(name.zh))必须是以下之一: \(list)；没有 \(text)",
      en: "\(name.en) must be one of: \(list); not \(text)")
  }

  static func outOfRange(_ name: LocalizedText, _ rule: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "\(spacedAfter(name.zh))\(rule.zh)", en: "\(name.en) \(rule.en)")
  }

  static let sixtyFourBits = LocalizedText(zh: "必须能用 64 位表示", en: "must fit into 64 bits")

  static func tooFew(_ name: LocalizedText, _ minimum: Int) -> LocalizedText {
    LocalizedText(
      zh: "\(spacedAfter(name.zh))至少要有 \(minimum) 项",
      en: "\(name.en) must have at least \(minimum) \(minimum == 1 ? "element" : "elements")")
  }

  static func missing(_ language: Language, in name: LocalizedText) -> LocalizedText {
    switch language {
    case .chinese:
      LocalizedText(zh: "\(spacedAfter(name.zh))缺少中文 'zh'", en: "\(name.en) lacks Chinese, 'zh'")
    case .english:
      LocalizedText(zh: "\(spacedAfter(name.zh))缺少英文 'en'", en: "\(name.en) lacks English, 'en'")
    }
  }

  static func leadingZero(_ digits: String, _ value: Int64) -> LocalizedText {
    LocalizedText(
      zh: "'\(digits)' 是十进制的 \(value)；八进制须写成 '0o\(digits.drop { $0 == "0" })'",
      en:
        "'\(digits)' is the decimal number \(value); an octal one is written '0o\(digits.drop { $0 == "0" })'"
    )
  }

  private static func found(_ node: YAMLNode) -> LocalizedText {
    switch (node.kind, node.scalar) {
    case (.mapping, _): LocalizedText(zh: "映射", en: "a mapping")
    case (.sequence, _): LocalizedText(zh: "列表", en: "a list")
    case (_, .null?): LocalizedText(zh: "空值", en: "empty")
    case (_, .bool?): LocalizedText(zh: "布尔值 '\(node.text)'", en: "the boolean '\(node.text)'")
    case (_, .int?), (_, .double?):
      LocalizedText(zh: "数字 '\(node.text)'", en: "the number '\(node.text)'")
    default:
      LocalizedText(
        zh: "文本 \(Messages.quoted(node.text))", en: "the text \(Messages.quoted(node.text))")
    }
  }

  /// Sets a blank between a Chinese character and what is quoted after it.
  private static func spaced(_ phrase: String) -> String {
    phrase.unicodeScalars.first?.isASCII == true ? " " + phrase : phrase
  }

  /// Sets a blank between what is quoted and a Chinese character after it.
  private static func spacedAfter(_ phrase: String) -> String {
    phrase.unicodeScalars.last?.isASCII == true ? phrase + " " : phrase
  }
}
