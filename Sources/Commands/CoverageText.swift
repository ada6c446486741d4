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
    if let exemption = row.exemption { text += "      \(exemption[language])\n" }
    return text
  }

  private static func manner(of control: Control) -> LocalizedText {
    if control.isAutomated { return LocalizedText(zh: "自动", en: "automated") }
    return control.checks.contains(where: \.isAutomated)
      ? LocalizedText(zh: "自动与提问", en: "automated and asked")
      : LocalizedText(zh: "提问", en: "asked")
  }
}
