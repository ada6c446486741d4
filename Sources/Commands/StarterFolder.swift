// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import Diagnostics

/// The files of a new assessment folder, with comments that say what to fill in.
struct StarterFolder {
  /// A file to write.
  struct File {
    let path: String
    let text: String
  }

  let library: ControlLibrary
  let selection: ControlSelection
  let language: Language

  /// All files: `plumbline.yaml`, the questions by catalog, and the registers.
  var files: [File] {
    [File(path: AssessmentFolder.scopeFile, text: scopeText)]
      + library.catalogs.compactMap { catalog in
        let text = answersText(of: catalog)
        return text.map { File(path: "answers/\(catalog.id).yaml", text: $0) }
      } + StarterRecords.files(in: language)
  }

  private func say(_ zh: String, _ en: String) -> String {
    LocalizedText(zh: zh, en: en)[language]
  }

  private var scopeText: String {
    var lines = [
      "# " + say("评估范围。带 # 的行是说明。", "The scope of the assessment. Lines with # explain."),
      "organization:",
      "  name: " + say("请填写单位名称", "Name of the organisation"),
    ]
    for fact in library.facts {
      lines.append("")
      lines += comment(fact.question[language], indent: 2)
      lines += comment(fact.help[language], indent: 2)
      lines.append("  # \(fact.id): \(placeholder(fact))")
    }
    lines += ["", "profile: \(selection.profile.id)", ""]
    lines += [
      "# "
        + say(
          "结论规则与风险计算方法，见目录 Controls/scoring；省略时如下。",
          "The rule of the conclusion and the way to rate risks, see Controls/scoring; these when left out."
        ),
      "# scoring: {conclusion: mlps-2025, risk: gbt20984-matrix}", "",
    ]
    lines += [
      "# "
        + say(
          "被评估的资产。access：local 为本机；{root: 文件夹} 为存储的文件；{ssh: 主机} 经 SSH 采集；{bundle: 文件} 为已采集的证据包。",
          "What is assessed. access: local is this computer, {root: FOLDER} stored files, {ssh: HOST} a machine over SSH, {bundle: FILE} evidence collected before."
        ),
      "assets:",
      "  - id: system-1",
      "    name: " + say("主要业务系统", "Main business system"),
      "    kind: system",
      "    importance: key",
      "  - id: this-host",
      "    name: " + say("本机", "This computer"),
      "    kind: host",
      "    importance: important   # key | important | general",
      "    value: {confidentiality: 3, integrity: 3, availability: 3}   # 1–5",
      "    access: local",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func placeholder(_ fact: OrganizationFact) -> String {
    switch fact.kind {
    case .boolean: "true | false"
    case .integer: fact.minimum.map(String.init) ?? "0"
    case .text: "…"
    case .choice: fact.options.map(\.id).joined(separator: " | ")
    case .list: "[]"
    }
  }

  private func answersText(of catalog: CatalogInfo) -> String? {
    let selected = selection.controls.filter { $0.control.catalog == catalog.id }
    let entries = selected.flatMap { selected in
      selected.checks.compactMap { check in
        check.question.map { entry(selected.control, check, $0) }
      }
    }
    if entries.isEmpty { return nil }
    let head = [
      "# \(catalog.title[language])",
      "# "
        + say(
          "填写冒号后的内容；留空的问题视为尚未回答。日期写成 2026-01-31，时长写成 P30D 或 PT4H。",
          "Fill in what follows the colons; an empty question counts as not answered. Dates: 2026-01-31; lengths of time: P30D or PT4H."
        ),
    ]
    return head.joined(separator: "\n") + "\n\n" + entries.joined(separator: "\n")
  }

  private func entry(_ control: Control, _ check: Check, _ question: Question) -> String {
    var lines = comment("\(control.id) \(control.title[language])", indent: 0)
    lines += comment(question.text[language], indent: 0)
    if let guidance = question.guidance { lines += comment(guidance[language], indent: 0) }
    if let attachment = question.attachment {
      lines += comment(say("附件：", "Attach: ") + attachment[language], indent: 0)
    }
    let suffix = question.scope == .asset ? "@" + say("资产编号", "ASSET") : ""
    let key = "\(control.id).\(check.id)\(suffix)"
    lines.append(question.scope == .asset ? "# \(key):" : "\(key):")
    let prefix = question.scope == .asset ? "#   " : "  "
    lines.append("\(prefix)answered_by:")
    lines.append("\(prefix)answered_on:")
    for field in question.fields {
      lines.append("\(prefix)\(field.name):   # \(hint(field))")
    }
    lines.append("\(prefix)note:")
    lines.append("\(prefix)attachments: []")
    return lines.joined(separator: "\n") + "\n"
  }

  private func hint(_ field: AnswerField) -> String {
    let kind =
      switch field.kind {
      case .boolean: "true | false"
      case .text: say("文本", "text")
      case .integer: say("整数", "whole number")
      case .number: say("数字", "number")
      case .date: say("日期", "date")
      case .duration: say("时长", "length of time")
      case .choice:
        field.options.map { "\($0.id) (\($0.label[language]))" }.joined(separator: " | ")
      case .list: say("列表", "list")
      }
    let optional = field.isOptional ? say("，可不填", ", optional") : ""
    return "\(field.label[language]) — \(kind)\(optional)"
  }

  private func comment(_ text: String, indent: Int) -> [String] {
    CommentWrapping.lines(of: text).map { String(repeating: " ", count: indent) + "# \($0)" }
  }
}
