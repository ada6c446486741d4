// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import Diagnostics

/// A table of requirements with the controls that assess them.
struct CoverageText {
  let coverage: RequirementCoverage
  let language: Language

  init(_ coverage: RequirementCoverage, language: Language) {
    self.coverage = coverage
    self.language = language
  }

  var text: String {
    let total = coverage.rows.count
    let summary = LocalizedText(
      zh: "\(total) 条要求中 \(coverage.covered) 条已覆盖\n",
      en: "\(coverage.covered) of \(total) requirements are covered\n")
    return coverage.rows.map(row).joined() + summary[language]
  }

  private func row(_ row: RequirementCoverage.Row) -> String {
    let mark = row.isCovered ? " " : "!"
    var text = "\(mark) \(row.requirement.id.text)  \(row.requirement.title[language])\n"
    for control in row.controls {
      text +=
        "      \(control.id)  \(Self.manner(of: control)[language])  \(control.title[language])\n"
    }
    if row.controls.isEmpty { text += row.links.map(link).joined() }
    if let exemption = row.exemption { text += "      \(exemption[language])\n" }
    return text
  }

  private func link(_ link: RequirementCoverage.Link) -> String {
    let relation = Self.name(of: link.relation.kind)[language]
    let ids = link.controls.map(\.id).joined(separator: ", ")
    return "      \(relation) \(link.requirement.id.text): \(ids)\n"
  }

  /// Reads from the standard's side: the requirement that has the link asks part of it, and so on.
  private static func name(of kind: Requirement.Relation.Kind) -> LocalizedText {
    switch kind {
    case .equal: LocalizedText(zh: "等同", en: "equals")
    case .subset: LocalizedText(zh: "包含", en: "contains")
    case .superset: LocalizedText(zh: "属于", en: "is part of")
    case .intersects: LocalizedText(zh: "相交", en: "overlaps with")
    }
  }

  private static func manner(of control: Control) -> LocalizedText {
    if control.isAutomated { return LocalizedText(zh: "自动", en: "automated") }
    return control.checks.contains(where: \.isAutomated)
      ? LocalizedText(zh: "自动与提问", en: "automated and asked")
      : LocalizedText(zh: "提问", en: "asked")
  }
}
