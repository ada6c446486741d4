// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// What a check or control came to.
  package enum Outcome: String, Codable, CaseIterable, Hashable, Sendable {
    /// Not met.
    case fail
    /// Met in part.
    case partial
    /// Could not be evaluated.
    case error
    /// Rests on expired evidence.
    case stale
    /// Not looked at.
    case notReviewed = "not_reviewed"
    /// Met.
    case pass
    /// Does not apply.
    case notApplicable = "not_applicable"
  }
}
