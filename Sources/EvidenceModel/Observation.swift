// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology
package import Diagnostics

/// What came of one query to one asset: a value with its proof, or why there is none.
package struct Observation: Sendable, Hashable {
  /// A name that stays the same from run to run: `OBS-` and a short digest of asset and query.
  package var id: String
  /// What was asked.
  package var query: EvidenceQuery
  /// What became of it.
  package var status: ObservationStatus
  /// The evidence, in the shape that the collector declares; only with status `collected`.
  package var value: EvidenceValue?
  /// Why there is no value; `nil` only with status `collected`.
  package var reason: LocalizedText?
  /// The files and commands that were read.
  package var sources: [EvidenceSource]
  /// Where the parts of the value were read.
  package var origins: [Origin]
  /// The version of the collector that read it.
  package var collectorVersion: Int
  /// When it was read.
  package var collectedAt: Instant
  /// How long reading took, in milliseconds by the same clock.
  package var duration: Int64
  /// What was taken out.
  package var redactions: [Redaction]

  package init(
    asset: String, query: EvidenceQuery, status: ObservationStatus, value: EvidenceValue? = nil,
    reason: LocalizedText? = nil, sources: [EvidenceSource] = [], origins: [Origin] = [],
    collectorVersion: Int = 1, collectedAt: Instant, duration: Int64 = 0,
    redactions: [Redaction] = []
  ) {
    self.id = Self.id(asset: asset, query: query)
    self.query = query
    self.status = status
    self.value = value
    self.reason = reason
    self.sources = sources
    self.origins = origins
    self.collectorVersion = collectorVersion
    self.collectedAt = collectedAt
    self.duration = duration
    self.redactions = redactions
  }

  /// Returns the name of the observation that answers a query to an asset.
  package static func id(asset: String, query: EvidenceQuery) -> String {
    let text = Array("\(asset)\n\(query.canonicalText)".utf8)
    return "OBS-\(SHA256Digest.hexadecimal(of: text).prefix(16))"
  }

  /// The SHA-256 of the canonical JSON of everything above.
  package var digest: String { SHA256Digest.hexadecimal(of: evidenceValue) }

  /// Returns where the part of the value at an access path was read.
  ///
  /// The origin with the longest path that leads to the part counts; without one, the only source.
  package func origin(of path: [String]) -> EvidenceOrigin? {
    let nearest = origins.filter { path.starts(with: $0.path) }.max {
      $0.path.count < $1.path.count
    }
    if let nearest, sources.indices.contains(nearest.source) {
      return EvidenceOrigin(source: sources[nearest.source], line: nearest.line)
    }
    return sources.count == 1 ? EvidenceOrigin(source: sources[0], line: nil) : nil
  }
}
