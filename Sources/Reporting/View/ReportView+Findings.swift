// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  func finding(_ finding: Report.Finding, anchor: String) -> TemplateObject {
    TemplateObject([
      "id": finding.id, "anchor": anchor,
      "control": controlLink(finding.controlID), "asset": assetName(finding.assetID),
      "outcome": outcome(finding.outcome), "severity": term("severity", finding.severity),
      "risk_level": finding.riskLevel.map { term("level", $0) },
      "is_major_hazard": finding.isMajorHazard,
      "title": text(finding.title), "statement": text(finding.statement),
      "rationale": text(finding.rationale), "message": text(finding.message),
      "requirements": finding.requirements.map { requirement in
        TemplateObject([
          "id": requirement.id, "clause": text(requirement.clause),
          "title": text(requirement.title),
        ])
      },
      "checks": finding.checks.map(check),
      "waiver_id": finding.waiverID,
      "measure": shows(.plan)
        ? anchors.measureByFinding[finding.id].map { link($0.id, to: $0.anchor) } : nil,
    ])
  }

  func check(_ check: Report.CheckRecord) -> TemplateObject {
    TemplateObject([
      "id": check.id, "title": text(check.title), "method": label("method", check.method),
      "outcome": outcome(check.outcome), "question": text(check.question),
      "expectation": check.expectation,
      "expectation_block": check.expectation?.markdownCodeBlock,
      "position": check.position, "reason": text(check.reason),
      "trace": check.trace.map { trace($0, depth: 0) },
      "trace_block": check.trace.map { traceText($0).markdownCodeBlock },
      "answer": check.answer.map(answer),
      "evidence": evidenceLinks(check.evidence),
    ])
  }

  private func answer(_ answer: Report.Answer) -> TemplateObject {
    TemplateObject([
      "fields": answer.fields.map { field in
        TemplateObject(["label": text(field.label), "value": text(field.value)])
      },
      "answered_by": answer.answeredBy, "answered_on": answer.answeredOn,
      "valid_until": answer.validUntil, "note": text(answer.note),
      "attachments": evidenceLinks(answer.attachments),
    ])
  }
}
