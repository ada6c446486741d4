// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  var domains: [TemplateObject] {
    report.domains.map { domain in
      TemplateObject([
        "id": domain.id, "title": text(domain.title), "counts": counts(domain.counts),
        "rate": rate(domain.rate), "coverage": rate(domain.coverage),
      ])
    }
  }

  /// The radar chart of rate and coverage; absent with fewer than three domains.
  var radar: TemplateObject? {
    guard let chart = RadarChart(axes: report.domains.count) else { return nil }
    let axes = report.domains.enumerated().map { index, domain in
      let end = chart.end(of: index)
      let label = chart.label(of: index)
      let lines = ChartLabel.lines(text(domain.title), columns: 16, limit: 3)
      return TemplateObject([
        "x": end.x, "y": end.y, "label_x": label.x, "label_y": label.y,
        "alignment": label.alignment,
        "lines": lines.enumerated().map { number, line in
          TemplateObject([
            "text": line, "label_x": label.x,
            "dy": number == 0 ? firstOffset(lines.count) : "1.2em",
          ])
        },
      ])
    }
    let words = report.domains.map { domain in
      "\(text(domain.title)) \(domain.rate.percentage ?? "—")"
    }
    return TemplateObject([
      "width": RadarChart.width, "height": RadarChart.height,
      "center_x": RadarChart.width / 2, "center_y": RadarChart.height / 2,
      "rings": [2_500, 5_000, 7_500, 10_000].map(chart.ring),
      "axes": axes,
      "rate": chart.polygon(report.domains.map { $0.rate.hundredths ?? 0 }),
      "coverage": chart.polygon(report.domains.map { $0.coverage.hundredths ?? 0 }),
      "description": joined(words),
    ])
  }

  /// Returns how far a label of several lines begins above its point.
  private func firstOffset(_ lines: Int) -> String {
    ["0.35em", "-0.25em", "-0.85em"][min(lines, 3) - 1]
  }

  /// The requirements, gathered by law or standard.
  var requirements: [TemplateObject] {
    let titles = Dictionary(report.basis.sources.map { ($0.id, $0.title) }) { first, _ in first }
    var order: [String] = []
    var groups: [String: [Report.RequirementResult]] = [:]
    for requirement in report.requirements {
      if groups[requirement.sourceID] == nil { order.append(requirement.sourceID) }
      groups[requirement.sourceID, default: []].append(requirement)
    }
    return order.map { id in
      TemplateObject([
        "source_id": id, "title": titles[id].map { text($0) } ?? id,
        "requirements": (groups[id] ?? []).map(requirement),
      ])
    }
  }

  private func requirement(_ requirement: Report.RequirementResult) -> TemplateObject {
    TemplateObject([
      "id": requirement.id, "clause": text(requirement.clause), "title": text(requirement.title),
      "note": text(requirement.note),
      "outcome": requirement.outcome.map(outcome),
      "standing": term("standing", requirement.standing),
      "is_unsure": requirement.standing != .verified,
      "controls": requirement.controls.map { control in
        TemplateObject([
          "control": controlLink(control.controlID), "outcome": outcome(control.outcome),
        ])
      },
    ])
  }
}
