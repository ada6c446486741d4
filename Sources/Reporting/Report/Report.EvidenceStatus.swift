// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// Whether evidence was obtained.
  package enum EvidenceStatus: String, Codable, CaseIterable, Hashable, Sendable {
    /// Obtained.
    case collected
    /// The asset does not have it.
    case absent
    /// Access was refused.
    case denied
    /// It took too long.
    case timedOut = "timed_out"
    /// The asset has no such thing.
    case unsupported
    /// The collector failed.
    case failed
  }
}
