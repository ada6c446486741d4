// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A thing that controls are evaluated for.
  package struct Asset: Codable, Hashable, Sendable {
    /// The asset.
    package var id: String
    /// Its name.
    package var name: LocalizedText
    /// Its kind, such as `host`.
    package var kind: String
    /// What it means to the business.
    package var importance: Importance?
    /// How its evidence was reached.
    package var access: LocalizedText?
    /// Host name and system as seen.
    package var identity: LocalizedText?
    /// When its evidence was collected.
    package var collectedAt: String?
    /// SHA-256 of its bundle.
    package var digest: String?
    /// Its controls by outcome.
    package var counts: OutcomeCounts?

    private enum CodingKeys: String, CodingKey {
      case id, name, kind, importance, access, identity, digest, counts
      case collectedAt = "collected_at"
    }

    package init(
      id: String,
      name: LocalizedText,
      kind: String,
      importance: Importance? = nil,
      access: LocalizedText? = nil,
      identity: LocalizedText? = nil,
      collectedAt: String? = nil,
      digest: String? = nil,
      counts: OutcomeCounts? = nil
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.importance = importance
      self.access = access
      self.identity = identity
      self.collectedAt = collectedAt
      self.digest = digest
      self.counts = counts
    }
  }
}
