// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel
import RiskScoring

extension ReportBuilder {
  /// Every observation, answer and attachment, by asset.
  var evidence: [Report.EvidenceItem] {
    assessment.scope.assets.flatMap { asset in
      (assessment.bundles[asset.id]?.observations ?? []).map { item($0, of: asset) }
    } + answers
  }

  private func item(_ observation: Observation, of asset: Asset) -> Report.EvidenceItem {
    Report.EvidenceItem(
      id: observation.id, kind: .observation, assetID: asset.id,
      query: observation.query.canonicalText,
      collector: "\(observation.query.collector) v\(observation.collectorVersion)",
      status: Report.EvidenceStatus(observation.status), reason: observation.reason,
      sources: observation.sources.map {
        Report.EvidenceOrigin(
          location: $0.name, size: $0.size.map { Int($0) }, digest: $0.sha256)
      },
      collectedAt: observation.collectedAt.formatted(),
      redactions: observation.redactions.map {
        Report.Redaction(path: $0.path.joined(separator: "."), kind: $0.kind.rawValue)
      },
      digest: observation.digest)
  }

  /// The answers with their attachments, each once.
  private var answers: [Report.EvidenceItem] {
    var seen: Set<String> = []
    return assessment.controls.flatMap { result in
      result.checks.flatMap { check -> [Report.EvidenceItem] in
        guard let answer = check.answer else { return [] }
        let isPerAsset = check.check.question?.scope == .asset
        let asset = isPerAsset ? result.asset.id : Asset.organizationID
        let key = AnswerKey(
          control: result.control.id, check: check.check.id, asset: isPerAsset ? asset : nil)
        guard seen.insert(key.description).inserted else { return [] }
        return [item(answer, key, check.check, asset)]
          + answer.attachments.filter { seen.insert($0.path).inserted }
          .map { item($0, of: answer, asset) }
      }
    }
  }

  private func item(
    _ answer: Answer, _ key: AnswerKey, _ check: Check, _ asset: String
  ) -> Report.EvidenceItem {
    let place = answer.span
    return Report.EvidenceItem(
      id: "ANS-\(key)", kind: .answer, assetID: asset, query: key.description, status: .collected,
      sources: [
        Report.EvidenceOrigin(
          location: place.source.name, line: place.position.line)
      ],
      collectedAt: answer.date.description,
      validUntil: Self.lastDay(of: answer, check)?.description)
  }

  private func item(
    _ attachment: Answer.Attachment, of answer: Answer, _ asset: String
  ) -> Report.EvidenceItem {
    Report.EvidenceItem(
      id: attachment.path, kind: .attachment, assetID: asset, query: attachment.path,
      status: attachment.sha256 == nil ? .failed : .collected,
      reason: attachment.sha256 == nil ? BuilderMessages.attachmentUnreadable : nil,
      sources: [Report.EvidenceOrigin(location: attachment.path, digest: attachment.sha256)],
      collectedAt: answer.date.description)
  }

  /// The last day on which an answer counts; `nil` when it counts until it is changed.
  static func lastDay(of answer: Answer, _ check: Check) -> CalendarDate? {
    let term = check.question?.validFor.map { answer.date.adding($0) }
    return [answer.validUntil, term].compactMap { $0 }.min()
  }
}
