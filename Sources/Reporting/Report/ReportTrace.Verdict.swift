// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension ReportTrace {
  /// What a part of a rule means.
  package enum Verdict: String, Codable, CaseIterable, Hashable, Sendable {
    /// True.
    case yes
    /// False.
    case no
    /// Evidence is missing.
    case unknown
    /// It could not be computed.
    case error
    /// A value that is neither true nor false.
    case value
  }
}
