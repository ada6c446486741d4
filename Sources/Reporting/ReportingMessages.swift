// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What Reporting says about its input files.
enum ReportingMessages {
  static var notAReport: Diagnostic {
    Diagnostic(
      "not-a-report",
      LocalizedText(
        zh: "文件不是 Plumbline 的 report.json；缺少整数字段 'schema_version'",
        en: "the file is not a report.json of Plumbline; the integer 'schema_version' is missing"),
      at: nil)
  }

  static func unknownSchemaVersion(_ version: Int) -> Diagnostic {
    let known = Report.currentSchemaVersion
    return Diagnostic(
      "unknown-report-version",
      LocalizedText(
        zh: "报告的 'schema_version' 是 \(version)，本程序只能读取版本 \(known)；请用写出它的程序版本重新渲染",
        en: """
          the report has 'schema_version' \(version) and this program reads \(known); \
          render it with the version of the program that wrote it
          """),
      at: nil)
  }

  static func invalidReport(_ error: DecodingError) -> Diagnostic {
    let place: String
    let rule: LocalizedText
    switch error {
    case .keyNotFound(let key, let context):
      place = path(context.codingPath + [key])
      rule = LocalizedText(zh: "缺少必需的字段", en: "a required field is missing")
    case .typeMismatch(let type, let context):
      place = path(context.codingPath)
      rule = LocalizedText(zh: "值的类型应为 \(type)", en: "the value must be of type \(type)")
    case .valueNotFound(let type, let context):
      place = path(context.codingPath)
      rule = LocalizedText(
        zh: "值不能为 null，类型应为 \(type)", en: "the value must not be null but of type \(type)")
    case .dataCorrupted(let context):
      place = path(context.codingPath)
      rule = LocalizedText(
        zh: "值不符合格式：\(context.debugDescription)",
        en: "the value breaks the format: \(context.debugDescription)")
    @unknown default:
      place = ""
      rule = LocalizedText(zh: "值不符合格式", en: "the value breaks the format")
    }
    return Diagnostic(
      "invalid-report",
      LocalizedText(
        zh: "report.json 的 '\(place)' 不正确；\(rule.zh)",
        en: "'\(place)' in report.json is not valid; \(rule.en)"),
      at: nil)
  }

  static func unknownWording(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-wording",
      LocalizedText(
        zh: "报告没有名为 '\(key)' 的文字", en: "no report has a text named '\(key)'"),
      at: span)
  }

  static func invalidTemplate(_ path: String, line: Int, reason: String) -> Diagnostic {
    Diagnostic(
      "invalid-template",
      LocalizedText(
        zh: "模板 '\(path)' 第 \(line) 行不是有效的 Mustache：\(reason)",
        en: "line \(line) of the template '\(path)' is not valid Mustache: \(reason)"),
      at: nil)
  }

  static func missingTemplate(_ path: String) -> Diagnostic {
    Diagnostic(
      "missing-template",
      LocalizedText(zh: "缺少模板 '\(path)'", en: "the template '\(path)' is missing"), at: nil)
  }

  /// Returns a path such as `findings[3].outcome`.
  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
