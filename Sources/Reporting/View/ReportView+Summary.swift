// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  var summary: TemplateObject {
    let summary = report.summary
    let findings = Dictionary(
      zip(report.findings.map(\.id), zip(report.findings, anchors.findings))
    ) { first, _ in first }
    return TemplateObject([
      "conclusion": conclusion(summary.conclusion),
      "other_conclusions": summary.otherConclusions.map(conclusion),
      "counts": counts(summary.counts),
      "outcomes_note": phrase(
        "summary", "outcomes_note", ["n": String(summary.counts.total)]),
      "checks": summary.checks.map(counts),
      "severities": summary.severities.map { count in
        TemplateObject(["severity": term("severity", count.severity), "findings": count.findings])
      },
      "top_findings": summary.topFindings.compactMap { findings[$0] }.map(headline),
      "not_looked_at": texts(summary.notLookedAt),
      "notices": summary.notices.map { notice in
        TemplateObject(["kind": term("notice", notice.kind), "text": text(notice.text)])
      },
      "decisions": texts(summary.decisions),
    ])
  }

  private func conclusion(_ conclusion: Report.Conclusion) -> TemplateObject {
    let isSelfAssessment = report.cover.kind == .selfAssessment
    return TemplateObject([
      "label": phrase("summary", isSelfAssessment ? "verdict" : "verdict_assessment"),
      "rule_id": conclusion.ruleID,
      "rule_name": text(conclusion.ruleName),
      "verdict": text(conclusion.verdict),
      "grade": conclusion.grade.rawValue,
      "rate": rate(conclusion.rate),
      "rate_of": share("rate_of", conclusion.rate),
      "coverage": rate(conclusion.coverage),
      "coverage_of": share("coverage_of", conclusion.coverage),
      "score": conclusion.score,
      "inputs": conclusion.inputs.map { input in
        TemplateObject(["label": text(input.label), "value": input.value])
      },
      "formula": text(conclusion.formula),
      "thresholds": conclusion.thresholds.map { threshold in
        TemplateObject([
          "percent": threshold.percent, "position": threshold.percent * 10,
          "verdict": text(threshold.verdict),
        ])
      },
      "boundary_readings": texts(conclusion.boundaryReadings),
      "hazards": conclusion.hazards.map { hazards in
        hazards.found == 0
          ? "0"
          : phrase(
            "summary", "hazards_value",
            ["found": String(hazards.found), "rectified": String(hazards.rectified)])
      },
      "source": text(conclusion.source),
      "standing": conclusion.standing.map { term("standing", $0) },
    ])
  }

  private func share(_ key: String, _ rate: Report.Rate) -> String {
    rate.of == 0
      ? phrase("summary", "no_rate")
      : phrase("summary", key, ["met": String(rate.met), "of": String(rate.of)])
  }

  private func headline(_ finding: Report.Finding, anchor: String) -> TemplateObject {
    TemplateObject([
      "id": finding.id, "anchor": shows(.findings) ? anchor : nil,
      "title": text(finding.title), "asset": assetName(finding.assetID),
      "severity": term("severity", finding.severity), "outcome": outcome(finding.outcome),
      "message": text(finding.message),
    ])
  }
}
