// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CEL
import Collectors
import ControlCatalog
import Diagnostics
import EvidenceModel

/// `plumbline show`: one control, requirement, profile, collector or function in full.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Speech.text(
      zh: "显示一项控制、要求、方案、目录、采集器或函数",
      en: "Show a control, requirement, profile, catalog, collector or function."))

  @Argument(
    help: Speech.help(
      zh: "编号或名称，如 DAT-LOG-01、CSL/23(3)、host-baseline、sshd、matches",
      en: "Its name, such as DAT-LOG-01, CSL/23(3), host-baseline, sshd, matches."))
  var name: String

  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let loaded = try library.load().library
    let description = Description(language: common.terminal.language, library: loaded)
    let collectors = Collectors.registry.descriptions
    let functions = LanguagePages(common.terminal.language)
    let lines: [String]
    if let control = loaded.control(name) {
      lines = description.lines(control)
    } else if let requirement = loaded.requirement(RequirementID(name)) {
      lines = description.lines(requirement)
    } else if let profile = loaded.profile(name) {
      lines = description.lines(profile)
    } else if let catalog = loaded.catalog(name) {
      lines = description.lines(catalog)
    } else if let page = reference(functions, collectors) {
      return common.terminal.write(page.text(on: common.terminal))
    } else {
      let known =
        loaded.controls.map(\.id) + loaded.registers.flatMap(\.requirements).map(\.id.text)
        + loaded.profiles.map(\.id) + loaded.catalogs.map(\.id) + collectors.map(\.id)
        + functions.names
      throw UnknownName.failure(
        zh: "控制、要求、方案、目录、采集器或函数", en: "such thing", name, known)
    }
    common.terminal.write(lines.joined(separator: "\n") + "\n")
  }

  /// Returns what the reference has under the name: a collector, a function, or both.
  private func reference(
    _ functions: LanguagePages, _ collectors: [CollectorDescription]
  ) -> ReferenceDocument? {
    var document = ReferenceDocument()
    if let collector = collectors.first(where: { $0.id == name }) {
      document.add(CollectorPages(functions.language).page(collector))
    }
    functions.document(named: name).map { document.add($0) }
    return document.blocks.isEmpty ? nil : document
  }
}

/// Describes things of a library in lines of text.
private struct Description {
  let language: Language
  let library: ControlLibrary

  private func say(_ zh: String, _ en: String) -> String {
    LocalizedText(zh: zh, en: en)[language]
  }

  func lines(_ control: Control) -> [String] {
    var lines = ["\(control.id)  \(control.title[language])", control.statement[language], ""]
    lines.append(say("理由：", "Why: ") + control.rationale[language])
    lines.append(
      say("严重程度：", "Severity: ") + control.severity.label[language] + say("；权重：", "; weight: ")
        + String(control.weight))
    if let condition = control.appliesWhen {
      lines.append(say("适用条件：", "Applies when: ") + condition.text.text)
    }
    lines += ["", say("依据", "Drawn from")]
    lines += control.requirements.map {
      "  \($0.id.text)  \(library.requirement($0.id)?.title[language] ?? "")"
    }
    for parameter in control.parameters {
      let source =
        switch parameter.source {
        case .requirement(let id): id.text
        case .policy: say("单位自定", "policy")
        }
      lines += [
        "",
        "params.\(parameter.name) = \(parameter.defaultText)  (\(source))  \(parameter.label[language])",
      ]
    }
    for check in control.checks {
      lines += ["", "\(check.id)  \(check.title[language])"]
      lines += check.evidence.map { "  \($0.name): \($0.query.canonicalText)" }
      if let question = check.question { lines.append("  \(question.text[language])") }
      lines.append("  \(check.expectation.text.text)")
    }
    lines += ["", say("整改：", "Remedy: ") + control.remediation.text[language]]
    lines += ["", say("示例", "Examples")]
    lines += control.examples.map { "  \($0.expectation.rawValue)  \($0.name[language])" }
    return lines
  }

  func lines(_ requirement: Requirement) -> [String] {
    let register = library.register(of: requirement.id)
    var lines = [
      "\(requirement.id.text)  \(requirement.title[language])",
      "\(register?.title[language] ?? "")  \(register?.version[language] ?? "")  \(requirement.clause[language])",
      requirement.duty[language],
    ]
    if let former = requirement.formerClause {
      lines.append(say("修正前条号：", "Former number: ") + former)
    }
    if let penalty = requirement.penalty {
      lines.append(say("罚则：", "Penalty: ") + "\(penalty.clause.text)  \(penalty.summary[language])")
    }
    lines.append(say("可靠程度：", "Standing: ") + requirement.standing.label[language])
    if let note = requirement.note { lines.append(note[language]) }
    let controls = library.controls.filter { $0.requirements.contains { $0.id == requirement.id } }
    lines += ["", say("由以下控制评估", "Assessed by")]
    lines +=
      controls.isEmpty
      ? [say("  （无）", "  (none)")] : controls.map { "  \($0.id)  \($0.title[language])" }
    return lines
  }

  func lines(_ profile: Profile) -> [String] {
    let selection = ControlSelection(profile, of: library)
    var lines = ["\(profile.id)  \(profile.title[language])", profile.description[language], ""]
    for selected in selection.controls {
      lines.append("\(selected.control.id)  \(selected.control.title[language])")
      lines += selected.parameters.map { value in
        let origin =
          switch value.origin {
          case .control: say("控制默认值", "the control's default")
          case .profile(let id): say("方案 ", "profile ") + id
          case .assessment: say("评估", "the assessment")
          }
        let text = value.text.isEmpty ? say("（无）", "(none)") : value.text
        return "    \(value.parameter.name) = \(text)  (\(origin))"
      }
    }
    lines += selection.exclusions.map {
      say("排除 ", "left out: ") + "\($0.control)  \($0.reason[language])"
    }
    return lines
  }

  func lines(_ catalog: CatalogInfo) -> [String] {
    [
      "\(catalog.id)  \(catalog.title[language])  \(catalog.version)",
      catalog.description[language], "",
    ]
      + library.controls.filter { $0.catalog == catalog.id }.map {
        "\($0.id)  \($0.title[language])"
      }
  }
}
