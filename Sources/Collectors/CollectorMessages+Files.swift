// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension CollectorMessages {
  static let keyMustBeText = LocalizedText(
    zh: "键须是标量", en: "keys must be scalars")
  static let noDocument = LocalizedText(zh: "文件中没有文档", en: "the file holds no document")
  static let notUTF8 = LocalizedText(zh: "文本须是合法的 UTF-8", en: "texts must be valid UTF-8")
  static let quoteNotClosed = LocalizedText(zh: "引号没有结束", en: "the quote is not closed")
  static let textAfterQuote = LocalizedText(
    zh: "引号之后只能是分隔符", en: "only a delimiter may follow a closing quote")
  static let sectionNotClosed = LocalizedText(
    zh: "节名须以 ']' 结束", en: "the name of a section must end with ']'")
  static let nameMissing = LocalizedText(zh: "缺少名称", en: "the name is missing")
  static let notAnAssignment = LocalizedText(
    zh: "须是 NAME=VALUE 或 NAME", en: "each line must be NAME=VALUE or NAME")

  /// A mistake at a place of a file; the text at the place is left out, for it may be a secret.
  static func mistake(_ path: String, line: Int, column: Int? = nil, _ rule: LocalizedText)
    -> LocalizedText
  {
    let place = column.map { "\(path):\(line):\($0)" } ?? "\(path):\(line)"
    return LocalizedText(zh: "\(place)：\(rule.zh)", en: "\(place): \(rule.en)")
  }

  static func tooManyValues(_ path: String, _ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "'\(path)' 中的值超过 \(limit) 个", en: "'\(path)' holds more than \(limit) values")
  }

  static func tooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "嵌套不得超过 \(limit) 层", en: "values nest at most \(limit) deep")
  }

  static func tooManySettings(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "不得超过 \(limit) 项", en: "a file has at most \(limit) entries")
  }

  static func wrongFieldCount(_ count: Int, expected: Int) -> LocalizedText {
    LocalizedText(
      zh: "此行有 \(count) 个字段，表头有 \(expected) 个",
      en: "the row has \(count) fields where the header has \(expected)")
  }

  static func duplicateColumn(_ name: String) -> LocalizedText {
    LocalizedText(zh: "列名 '\(name)' 重复", en: "duplicate column '\(name)'")
  }

  static func toml(_ detail: String) -> LocalizedText {
    // The words of the parser are English only; they are quoted as they are.
    LocalizedText(zh: "不是合法的 TOML（\(detail)）", en: "no valid TOML (\(detail))")
  }
}
