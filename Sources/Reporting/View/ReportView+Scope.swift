// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  var scope: TemplateObject {
    let scope = report.scope
    return TemplateObject([
      "boundary": text(scope.boundary),
      "selection": text(scope.selection),
      "facts": scope.facts.map { fact in
        TemplateObject(["question": text(fact.question), "answer": text(fact.answer)])
      },
      "assets": scope.assets.map(asset),
      "exclusions": scope.exclusions.map { exclusion in
        TemplateObject([
          "control_id": exclusion.controlID, "title": text(exclusion.title),
          "reason": text(exclusion.reason),
        ])
      },
    ])
  }

  private func asset(_ asset: Report.Asset) -> TemplateObject {
    TemplateObject([
      "id": asset.id, "name": text(asset.name), "kind": openLabel("asset_kind", asset.kind),
      "importance": asset.importance.map { term("importance", $0) },
      "access": text(asset.access), "identity": text(asset.identity),
      "collected_at": moment(asset.collectedAt), "digest": asset.digest,
      "counts": asset.counts.map(counts),
    ])
  }

  /// Returns an asset's name with its id, such as `web server (web-1)`.
  func assetName(_ id: String) -> String {
    guard let asset = report.scope.assets.first(where: { $0.id == id }) else { return id }
    let name = text(asset.name)
    if name == id { return id }
    return language == .chinese ? "\(name)（\(id)）" : "\(name) (\(id))"
  }

  var basis: TemplateObject {
    let basis = report.basis
    return TemplateObject([
      "procedure": text(basis.procedure),
      "sources": basis.sources.map { source in
        TemplateObject([
          "id": source.id, "kind": openLabel("source_kind", source.kind),
          "title": text(source.title), "version": text(source.version),
          "in_force": inForce(source),
          "standing": term("standing", source.standing), "requirements": source.requirements,
        ])
      },
      "methods": basis.methods.map { method in
        TemplateObject([
          "method": label("method", method.method), "checks": method.checks,
          "decided": method.decided,
        ])
      },
      "collectors": basis.collectors.map { collector in
        TemplateObject([
          "id": collector.id, "summary": text(collector.summary), "version": collector.version,
          "queries": collector.queries, "collected": collector.collected,
        ])
      },
    ])
  }

  private func inForce(_ source: Report.Source) -> String? {
    guard let until = source.inForceUntil else { return source.inForceFrom }
    return period(source.inForceFrom, until)
  }
}
