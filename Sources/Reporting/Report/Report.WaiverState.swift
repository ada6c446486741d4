// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// Whether a waiver holds.
  package enum WaiverState: String, Codable, CaseIterable, Hashable, Sendable {
    /// It holds.
    case active
    /// Its first day is still to come.
    case pending
    /// Its last day is past.
    case expired
    /// It is not well formed, and changes nothing.
    case invalid
  }
}
