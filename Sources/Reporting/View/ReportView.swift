// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A report as templates see it: in one language, with labels, links and the geometry of charts.
///
/// Names follow `report.json`. Besides, `t` holds the wording, `sections` what the edition shows
/// (each with `number`, `heading` and `anchor`), and `contents` the same as a list.
struct ReportView {
  let report: Report
  let language: Language
  let edition: ReportEdition
  let wording: Wording
  let anchors: ReportAnchors

  init(_ report: Report, language: Language, edition: ReportEdition, wording: Wording) {
    self.report = report
    self.language = language
    self.edition = edition
    self.wording = wording
    anchors = ReportAnchors(report)
  }

  /// The object that a format's first template is rendered with.
  var root: TemplateObject {
    let sections = numberedSections
    var shown = TemplateObject([:])
    for section in ReportSection.allCases { shown[section.rawValue] = nil }
    for (section, heading) in sections { shown[section.rawValue] = heading }
    return TemplateObject([
      "lang": language.tag,
      "t": wording.strings(in: language),
      "sections": shown,
      "contents": sections.filter { $0.0.numbering != .letter }.map(\.1),
      "appendices": sections.filter { $0.0.numbering == .letter }.map(\.1),
      "cover": cover,
      "control": documentControl,
      "statement": texts(report.statement),
      "summary": summary,
      "scope": scope,
      "basis": basis,
      "domains": domains,
      "radar": radar,
      "requirements": requirements,
      "findings": zip(report.findings, anchors.findings).map(finding),
      "risks": report.risks.map(risk),
      "risk_matrices": riskMatrices,
      "plan": zip(report.plan ?? [], anchors.plan).map(planItem),
      "plan_is_omitted": report.plan == nil,
      "waivers": report.waivers.map(waiver),
      "limits": report.limits.map { limit in
        TemplateObject(["kind": label("limitation", limit.kind), "text": text(limit.text)])
      },
      "signatures": report.signatures.map(signature),
      "controls": controlGroups,
      "evidence": zip(report.evidence, anchors.evidence).map(evidenceItem),
      "terms": report.glossary.map { term in
        TemplateObject(["term": text(term.term), "meaning": text(term.meaning)])
      },
      "outcomes": Report.Outcome.displayOrder.map { outcome in
        TemplateObject([
          "outcome": self.outcome(outcome), "meaning": label("outcome_meaning", outcome),
        ])
      },
    ])
  }

  private var numberedSections: [(ReportSection, TemplateObject)] {
    var number = 0
    var letter = 0
    return edition.sections.map { section in
      let position: String?
      switch section.numbering {
      case .none: position = nil
      case .number:
        number += 1
        position = String(number)
      case .letter:
        position = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(letter)))
        letter += 1
      }
      let heading = TemplateObject([
        "number": position, "heading": phrase("section", section.rawValue),
        "anchor": section.rawValue,
      ])
      return (section, heading)
    }
  }
}
