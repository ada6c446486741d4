// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// Why the report cannot say something.
  package enum LimitationKind: String, Codable, CaseIterable, Hashable, Sendable {
    /// Not looked at.
    case notReviewed = "not_reviewed"
    /// Evidence could not be reached.
    case notReached = "not_reached"
    /// Only a sample was looked at.
    case sampling
    /// Evidence was out of date.
    case stale
    /// A collector failed.
    case collectorFailed = "collector_failed"
    /// Something was assumed.
    case assumption
    /// A rule was read in one of several ways.
    case interpretation
    /// It lies in the nature of the assessment.
    case nature
  }
}
