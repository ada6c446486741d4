// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import EvidenceModel

/// The reference of the collectors, written from what they declare of themselves.
struct CollectorPages {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  private func say(zh: String, en: String) -> String { LocalizedText(zh: zh, en: en)[language] }

  /// Returns the page that leads to the pages of collectors, which lie in a folder beside it.
  func index(_ collectors: [CollectorDescription], folder: String) -> ReferenceDocument {
    ReferenceDocument([
      .heading(say(zh: "采集器参考", en: "Collectors"), level: 1),
      .paragraph(
        say(
          zh: """
            采集器只读取规则所要求的内容，不改变任何东西，不经过 shell；没有的为 absent，无权读取的为 denied，\
            二者从不混同。密码、密钥等在写入证据之前即已去除。
            """,
          en: """
            A collector reads only what rules ask for, changes nothing and runs no shell. What is \
            not there is absent, what may not be read is denied; the two are never confused. \
            Passwords, keys and the like are taken out before evidence is written.
            """)),
      .table(
        head: [say(zh: "采集器", en: "Collector"), say(zh: "证据", en: "Evidence")],
        rows: collectors.map {
          [
            .link($0.id, to: "\(folder)/\($0.id).\(language.rawValue).md"),
            .text($0.summary[language]),
          ]
        }),
    ])
  }

  /// Returns the page of a collector.
  func page(_ collector: CollectorDescription) -> ReferenceDocument {
    var page = ReferenceDocument([
      .name(collector.id, level: 1), .paragraph(collector.summary[language]),
      .table(
        head: ["", ""],
        rows: [
          [.text(say(zh: "读取或运行", en: "Reads or runs")), .text(collector.reads[language])],
          [.text(say(zh: "权限", en: "Privileges")), .text(collector.privileges[language])],
          [.text(say(zh: "版本", en: "Version")), .text(String(collector.version))],
        ]),
      .heading(say(zh: "参数", en: "Arguments"), level: 2),
    ])
    page.add(arguments(collector.arguments))
    page.add(.heading(say(zh: "字段", en: "Fields"), level: 2))
    page.add(
      .table(
        head: [
          say(zh: "字段", en: "Field"), say(zh: "类型", en: "Type"), say(zh: "含义", en: "Meaning"),
        ], rows: fields(of: collector.output, at: "")))
    page.add(.heading(say(zh: "示例", en: "Example"), level: 2))
    page.add(.code([query(of: collector)], format: "yaml"))
    page.add(.code(IndentedJSON.lines(of: collector.example), format: "json"))
    return page
  }

  private func arguments(_ arguments: [ArgumentDescription]) -> ReferenceDocument.Block {
    guard !arguments.isEmpty else { return .paragraph(say(zh: "无。", en: "None.")) }
    return .table(
      head: [
        say(zh: "参数", en: "Argument"), say(zh: "值", en: "Value"), say(zh: "含义", en: "Meaning"),
      ],
      rows: arguments.map { argument in
        let standing =
          argument.isRequired
          ? say(zh: "必填。", en: "Required. ")
          : argument.defaultValue.map {
            say(zh: "默认 ", en: "Default ") + CanonicalJSON.text(of: $0) + say(zh: "。", en: ". ")
          } ?? ""
        return [
          .code(argument.name), .text(argument.kind.label[language]),
          .text(standing + argument.doc[language]),
        ]
      })
  }

  /// Returns the fields of a record and of the records in it, by their paths.
  private func fields(of record: RecordType, at prefix: String) -> [[ReferenceDocument.Cell]] {
    record.fields.flatMap { field in
      let path = prefix + field.name
      let remarks = [
        field.isOptional ? say(zh: "可能没有", en: "may be absent") : nil,
        field.isSensitive ? say(zh: "从不显示", en: "never shown") : nil,
      ].compactMap { $0 }
      let note = remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"
      let row: [ReferenceDocument.Cell] = [
        .code(path), .code(field.type.description), .text(field.documentation[language] + note),
      ]
      return [row] + inner(field.type, at: path)
    }
  }

  /// Returns the fields of the records that a type holds.
  private func inner(_ type: CELType, at path: String) -> [[ReferenceDocument.Cell]] {
    switch type {
    case .record(let record): fields(of: record, at: path + ".")
    case .list(let element): inner(element, at: path + "[]")
    case .map(_, let value): inner(value, at: path + "[…]")
    case .optional(let value): inner(value, at: path)
    default: []
    }
  }

  /// Returns the evidence of a check that asks for the example.
  private func query(of collector: CollectorDescription) -> String {
    let arguments = collector.exampleArguments.keys.sorted().map { name in
      ", \(name): \(CanonicalJSON.text(of: collector.exampleArguments[name] ?? .null))"
    }
    let name = collector.id.replacing("-", with: "_")
    return "evidence: {\(name): {collector: \(collector.id)\(arguments.joined())}}"
  }
}
