// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// One entry of the evidence register.
  package struct EvidenceItem: Codable, Hashable, Sendable {
    /// The entry.
    package var id: String
    /// Observation, answer or attachment.
    package var kind: EvidenceKind
    /// The asset that it is about.
    package var assetID: String
    /// What was asked, such as `config(path=/etc/login.defs)`.
    package var query: String
    /// The collector with its version.
    package var collector: String?
    /// Whether it was obtained.
    package var status: EvidenceStatus
    /// Why it was not.
    package var reason: LocalizedText?
    /// What was read.
    package var sources: [EvidenceOrigin]
    /// When.
    package var collectedAt: String?
    /// The last day on which it holds.
    package var validUntil: String?
    /// What was taken out before it was written.
    package var redactions: [Redaction]
    /// SHA-256 of the entry.
    package var digest: String?

    private enum CodingKeys: String, CodingKey {
      case id, kind, query, collector, status, reason, sources, redactions, digest
      case assetID = "asset_id"
      case collectedAt = "collected_at"
      case validUntil = "valid_until"
    }

    package init(
      id: String,
      kind: EvidenceKind,
      assetID: String,
      query: String,
      collector: String? = nil,
      status: EvidenceStatus,
      reason: LocalizedText? = nil,
      sources: [EvidenceOrigin] = [],
      collectedAt: String? = nil,
      validUntil: String? = nil,
      redactions: [Redaction] = [],
      digest: String? = nil
    ) {
      self.id = id
      self.kind = kind
      self.assetID = assetID
      self.query = query
      self.collector = collector
      self.status = status
      self.reason = reason
      self.sources = sources
      self.collectedAt = collectedAt
      self.validUntil = validUntil
      self.redactions = redactions
      self.digest = digest
    }
  }
}
