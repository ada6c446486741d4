// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  /// The records, gathered by control in the order of their first.
  var controlGroups: [TemplateObject] {
    var order: [String] = []
    var groups: [String: [(Report.ControlRecord, String)]] = [:]
    for (record, anchor) in zip(report.controls, anchors.records) {
      if groups[record.controlID] == nil { order.append(record.controlID) }
      groups[record.controlID, default: []].append((record, anchor))
    }
    return order.map { id in
      let records = groups[id] ?? []
      return TemplateObject([
        "id": id, "anchor": anchors.controls[id],
        "title": records.first.map { text($0.0.title) },
        "records": records.map(record),
      ])
    }
  }

  private func record(_ record: Report.ControlRecord, anchor: String) -> TemplateObject {
    TemplateObject([
      "anchor": anchor, "asset": assetName(record.assetID), "outcome": outcome(record.outcome),
      "severity": term("severity", record.severity), "weight": record.weight,
      "verdict_rule": openLabel("verdict_rule", record.verdict),
      "reason": text(record.reason), "requirements": joined(record.requirementIDs),
      "checks": record.checks.map(check),
      "finding": record.findingID.map(findingLink),
    ])
  }

  func evidenceItem(_ item: Report.EvidenceItem, anchor: String) -> TemplateObject {
    TemplateObject([
      "id": item.id, "is_short": Self.isShort(item.id), "anchor": anchor,
      "kind": label("evidence_kind", item.kind),
      "asset": item.assetID, "query": item.query, "collector": item.collector,
      "status": term("evidence_status", item.status), "reason": text(item.reason),
      "sources": item.sources.map { source in
        TemplateObject([
          "location": source.location, "line": source.line, "size": source.size,
          "digest": source.digest,
        ])
      },
      "collected_at": moment(item.collectedAt), "valid_until": item.validUntil,
      "redactions": item.redactions.map { redaction in
        TemplateObject(["path": redaction.path, "kind": redaction.kind])
      },
      "digest": item.digest,
    ])
  }
}
