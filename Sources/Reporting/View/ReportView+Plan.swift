// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  func risk(_ risk: Report.Risk) -> TemplateObject {
    TemplateObject([
      "finding": findingLink(risk.findingID), "asset": assetName(risk.assetID),
      "threat": text(risk.threat), "likelihood": risk.likelihood, "loss": risk.loss,
      "asset_value": risk.assetValue, "level": term("level", risk.level),
      "treatment": text(risk.treatment),
    ])
  }

  /// The matrices that the risks were found with, each once.
  var riskMatrices: [TemplateObject] {
    var seen: Set<String> = []
    return report.risks.filter { seen.insert($0.matrixID).inserted }.map { risk in
      TemplateObject(["id": risk.matrixID, "standing": term("standing", risk.standing)])
    }
  }

  func planItem(_ item: Report.PlanItem, anchor: String) -> TemplateObject {
    let priority = min(max(item.priority, 1), 4)
    let share = Report.Rate(met: item.gain, of: report.summary.conclusion.rate.of)
    let points = share.percentage.map { String($0.dropLast()) }
    return TemplateObject([
      "id": item.id, "anchor": anchor,
      "priority": TemplateObject([
        "id": priority, "label": phrase("priority", String(priority)),
      ]),
      "action": text(item.action), "effort": label("effort", item.effort),
      "controls": item.controlIDs.map(controlLink),
      "findings": item.findingIDs.map(findingLink),
      "assets": item.assetIDs.isEmpty ? nil : joined(item.assetIDs),
      "gain": item.gain == 0 ? nil : phrase("plan", "gain_value", ["n": String(item.gain)]),
      "rate_gain": item.gain == 0
        ? nil : points.map { phrase("plan", "rate_gain", ["p": $0]) },
      "is_deferrable": item.isDeferrable, "owner": item.owner, "due": item.due,
    ])
  }

  func waiver(_ waiver: Report.Waiver) -> TemplateObject {
    TemplateObject([
      "id": waiver.id, "control": controlLink(waiver.controlID),
      "assets": waiver.assetIDs.isEmpty
        ? phrase("waivers", "all_assets") : joined(waiver.assetIDs),
      "reason": text(waiver.reason), "approver": waiver.approver,
      "period": period(waiver.from, waiver.until), "state": term("waiver_state", waiver.state),
      "outcome": waiver.outcome.map(outcome),
    ])
  }
}
