// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// How long a measure takes.
  package enum Effort: String, Codable, CaseIterable, Hashable, Sendable {
    /// Hours.
    case hours
    /// Days.
    case days
    /// Weeks.
    case weeks
  }
}
