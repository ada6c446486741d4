// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What is said about the registers of an assessment folder.
enum RecordMessages {
  static let notUTF8 = LocalizedText(
    zh: "文件须以 UTF-8 编码保存（在 Excel 或 WPS 中另存为“CSV UTF-8”）",
    en: "the file must be saved as UTF-8; in a spreadsheet choose 'CSV UTF-8'")
  static let notHere = LocalizedText(
    zh: "登记文件只从评估文件夹读取，属于资产 organization",
    en: "registers are read from the assessment folder only, for the asset 'organization'")
  static let oneDocument = LocalizedText(
    zh: "文件中只能有一个 YAML 文档", en: "the file holds one YAML document only")
  static let mustBeRecord = LocalizedText(
    zh: "每条记录须由若干“名称: 值”组成", en: "each record consists of 'name: value' pairs")
  static let openQuote = LocalizedText(
    zh: "引号没有闭合", en: "a quoted cell must end with a quote")

  static func mustBeList(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "\(title.zh)须是列表，每条记录以 '- ' 开头",
      en: "the \(title.en.lowercased()) must be a list whose records start with '- '")
  }

  static func tooMany(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "记录不得超过 \(limit) 条", en: "a register has at most \(limit) records")
  }

  static func extraCell(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "首行只有 \(count) 列，此单元格没有列名；含逗号的内容须加引号",
      en: "the first line names \(count) columns, so this cell has none; quote texts with commas")
  }

  static func unknownColumn(
    _ name: String, _ schema: RecordSchema, suggestion: String?
  ) -> LocalizedText {
    let known = schema.fields.map(\.name).joined(separator: ", ")
    if let suggestion {
      return LocalizedText(
        zh: "没有名为 '\(name)' 的项；是否想写 '\(suggestion)'",
        en: "unknown name '\(name)'; did you mean '\(suggestion)'")
    }
    return LocalizedText(
      zh: "没有名为 '\(name)' 的项；可用: \(known)", en: "unknown name '\(name)'; there are: \(known)")
  }

  static func columnTwice(_ field: RecordField) -> LocalizedText {
    LocalizedText(
      zh: "'\(field.label.zh)' 给出了两次", en: "'\(field.name)' is given twice")
  }

  static func missing(_ field: RecordField) -> LocalizedText {
    LocalizedText(
      zh: "记录缺少 '\(field.label.zh)'（\(field.name)）", en: "the record lacks '\(field.name)'")
  }

  static func duplicateID(_ id: String) -> LocalizedText {
    LocalizedText(zh: "编号 '\(id)' 重复", en: "two records have the id '\(id)'")
  }

  static func wrongValue(
    _ field: RecordField, found: String?, hint: String?
  ) -> LocalizedText {
    let form = expectation(of: field.kind)
    let found = found.map { String($0.prefix(40)) }
    let said = (
      zh: found.map { "，而不是 '\($0)'" } ?? "", en: found.map { ", not '\($0)'" } ?? ""
    )
    let advice = (
      zh: hint.map { "；请写 '\($0)'" } ?? "", en: hint.map { "; write '\($0)'" } ?? ""
    )
    return LocalizedText(
      zh: "'\(field.label.zh)'（\(field.name)）须是\(form.zh)\(said.zh)\(advice.zh)",
      en: "'\(field.name)' must be \(form.en)\(said.en)\(advice.en)")
  }

  /// What a column holds, as a noun phrase.
  static func expectation(of kind: RecordField.Kind) -> LocalizedText {
    switch kind {
    case .text: LocalizedText(zh: "文本", en: "a text")
    case .list: LocalizedText(zh: "文本列表", en: "a list of texts")
    case .date: LocalizedText(zh: "形如 2026-01-31 的日期", en: "a date such as 2026-01-31")
    case .time:
      LocalizedText(
        zh: "形如 2026-01-31 08:00 的时间（北京时间）", en: "a time such as 2026-01-31 08:00 (Beijing time)")
    case .duration:
      LocalizedText(
        zh: "形如 PT4H、PT30M 或 P1D 的时长", en: "a length of time such as PT4H, PT30M or P1D")
    case .count: LocalizedText(zh: "不小于 0 的整数", en: "a whole number, 0 or more")
    case .flag: LocalizedText(zh: "true（是）或 false（否）", en: "true or false")
    case .choice(let options):
      LocalizedText(
        zh: "以下之一：" + options.map { "\($0.id)（\($0.label.zh)）" }.joined(separator: "、"),
        en: "one of: " + options.map(\.id).joined(separator: ", "))
    }
  }

  /// The first of several problems with their places, in one sentence.
  static func unreadable(_ diagnostics: [Diagnostic]) -> LocalizedText {
    let shown = diagnostics.prefix(5)
    func list(_ language: Language, _ separator: String) -> String {
      shown.map { diagnostic in
        let place = diagnostic.location.map {
          "\($0.source.name):\($0.position.line):\($0.position.column): "
        }
        return (place ?? "") + diagnostic.message[language]
      }.joined(separator: separator)
    }
    let rest = diagnostics.count - shown.count
    return LocalizedText(
      zh: list(.chinese, "；") + (rest > 0 ? "；另有 \(rest) 处" : ""),
      en: list(.english, "; ") + (rest > 0 ? "; \(rest) more" : ""))
  }

  static func noFile(_ schema: RecordSchema) -> LocalizedText {
    LocalizedText(
      zh: "评估文件夹中没有\(schema.title.zh)（records/\(schema.fileName).yaml 或 .csv）",
      en: "the assessment folder has no \(schema.title.en.lowercased())"
        + " (records/\(schema.fileName).yaml or .csv)")
  }

  static func noRecord(_ schema: RecordSchema) -> LocalizedText {
    LocalizedText(
      zh: "\(schema.title.zh)中还没有记录", en: "the \(schema.title.en.lowercased()) has no record yet")
  }
}
