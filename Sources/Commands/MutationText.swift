// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import Diagnostics

/// What `plumbline test --mutate` says about rules.
enum MutationText {
  /// Returns what is to be said about everything in a control's rules that no change shows.
  static func diagnostics(_ report: MutationReport) -> [Diagnostic] {
    report.survivors.map { place, survivor in
      let (id, message, repair) = words(survivor.kind, of: subject(place, report))
      return Diagnostic(
        id, message, severity: survivor.kind.isFault ? .error : .warning, at: survivor.span,
        notes: [.init(repair)])
    }
  }

  /// Returns the line that sums up.
  static func summary(_ reports: [MutationReport]) -> LocalizedText {
    let rules = reports.reduce(0) { $0 + $1.rules }
    let mutants = reports.reduce(0) { $0 + $1.mutants }
    let survivors = reports.flatMap(\.survivors).map(\.survivor.kind)
    let faults = survivors.count { $0.isFault }
    let clauses = survivors.count - faults
    return LocalizedText(
      zh: """
        变异测试：\(reports.count) 项控制的 \(rules) 条规则，改动事实 \(mutants) 次；\
        \(faults) 处无论怎样改动都不影响结果，\(clauses) 个子句没有示例由它决定

        """,
      en: """
        mutation of \(English.count(rules, "rule")) of \(English.count(reports.count, "control")): \
        \(English.count(mutants, "change")) of facts; \
        \(English.count(faults, "rule or fact has", "rules or facts have")) no effect, \
        \(English.count(clauses, "clause decides", "clauses decide")) no example

        """)
  }

  private static func subject(
    _ place: MutationReport.Place, _ report: MutationReport
  ) -> LocalizedText {
    let control = report.control.id
    return switch place {
    case .check(let check): LocalizedText(verbatim: "\(control).\(check)")
    case .condition: LocalizedText(zh: "\(control) 的适用条件", en: "the condition of \(control)")
    case .verdict: LocalizedText(zh: "\(control) 的判定规则", en: "the verdict of \(control)")
    }
  }

  private static func words(
    _ kind: Survivor.Kind, of subject: LocalizedText
  ) -> (id: String, message: LocalizedText, repair: LocalizedText) {
    switch kind {
    case .undecided:
      (
        "rule-undecided",
        LocalizedText(
          zh: "\(subject.zh)：没有示例让规则得出真假", en: "no example brings \(subject.en) to true or false"),
        LocalizedText(
          zh: "请补充给出所需证据或回答的示例", en: "add an example that gives what the rule reads")
      )
    case .neverFails:
      (
        "rule-never-fails",
        LocalizedText(
          zh: "\(subject.zh)：怎样改动事实都不会不成立", en: "no change of facts makes \(subject.en) false"),
        LocalizedText(
          zh: "规则恒真，请改写；或补充不符合的示例",
          en: "the rule always holds; rewrite it, or add a failing example")
      )
    case .neverHolds:
      (
        "rule-never-holds",
        LocalizedText(
          zh: "\(subject.zh)：怎样改动事实都不会成立", en: "no change of facts makes \(subject.en) true"),
        LocalizedText(
          zh: "规则恒假，请改写；或补充符合的示例", en: "the rule never holds; rewrite it, or add a passing example")
      )
    case .fact(let path, let mutations):
      (
        "fact-without-effect",
        LocalizedText(
          zh: "\(subject.zh)：改动 '\(path)' 从不改变结果（\(list(mutations, .chinese))）",
          en: "\(subject.en) never changes with '\(path)' (\(list(mutations, .english)))"),
        LocalizedText(
          zh: "请补充由它决定结果的示例，或删去规则中的这一部分",
          en: "add an example that it decides, or drop this part of the rule")
      )
    case .clause(let text):
      (
        "clause-without-effect",
        LocalizedText(
          zh: "\(subject.zh)：没有示例由 '\(text)' 决定",
          en: "no example of \(subject.en) hangs on '\(text)'"),
        LocalizedText(
          zh: "请补充仅由它决定结果的示例，或删去它", en: "add an example that it alone decides, or drop it")
      )
    }
  }

  private static func list(_ mutations: [Mutation], _ language: Language) -> String {
    if mutations.isEmpty {
      return LocalizedText(zh: "示例未给出可改动的值", en: "no example gives a value to change")[language]
    }
    return mutations.map { $0.label[language] }
      .joined(separator: LocalizedText(zh: "、", en: ", ")[language])
  }
}
