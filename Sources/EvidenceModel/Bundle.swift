// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

/// The evidence of one asset, ready to be kept, signed and judged elsewhere.
///
/// A bundle is one JSON file. Each observation carries the SHA-256 of its own canonical JSON, and
/// `digest` is the SHA-256 of the canonical JSON of the rest, with the list of those digests in the
/// place of the observations. Both can be recomputed without Plumbline:
///
///     jq -jcS '.observations[0] | del(.digest)' web-1.json | sha256sum
///     jq -jcS 'del(.digest) | .observations |= map(.digest)' web-1.json | sha256sum
package struct Bundle: Sendable, Hashable {
  /// The version of the file format that this program writes.
  package static let schemaVersion: Int64 = 1

  /// The id of the asset.
  package var asset: String
  /// The host that the asset's evidence was read from.
  package var host: HostIdentity
  /// When collecting began.
  package var collectedAt: Instant
  /// The version of Plumbline that collected it.
  package var toolVersion: String
  /// The digests of the catalogs that planned it, by catalog id.
  package var catalogs: [String: String]
  /// The observations in the order of their ids.
  package private(set) var observations: [Observation]

  package init(
    asset: String, host: HostIdentity, collectedAt: Instant, toolVersion: String,
    catalogs: [String: String] = [:], observations: [Observation]
  ) {
    self.asset = asset
    self.host = host
    self.collectedAt = collectedAt
    self.toolVersion = toolVersion
    self.catalogs = catalogs
    self.observations = observations.sorted { $0.id < $1.id }
  }

  /// The observation that answers a query.
  package func observation(of query: EvidenceQuery) -> Observation? {
    let id = Observation.id(asset: asset, query: query)
    return observations.first { $0.id == id }
  }

  /// The digest over all, given those of the observations.
  func digest(observationDigests: [String]) -> String {
    SHA256Digest.hexadecimal(of: envelope(observations: .strings(observationDigests)))
  }

  /// The digest over all.
  package var digest: String { digest(observationDigests: observations.map(\.digest)) }

  /// The bundle as a value without its digest, with something in the place of the observations.
  func envelope(observations: EvidenceValue) -> EvidenceValue {
    var digests = EvidenceObject()
    for (catalog, digest) in catalogs { digests[catalog] = .string(digest) }
    return [
      "schema_version": .int(Self.schemaVersion),
      "asset": .string(asset),
      "host": host.evidenceValue,
      "collected_at": .string(collectedAt.formatted()),
      "tool_version": .string(toolVersion),
      "catalogs": .object(digests),
      "observations": observations,
    ]
  }
}
