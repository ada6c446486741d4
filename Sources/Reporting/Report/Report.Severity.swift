// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// How grave a control is.
  package enum Severity: String, Codable, CaseIterable, Hashable, Sendable {
    /// Critical.
    case critical
    /// High.
    case high
    /// Medium.
    case medium
    /// Low.
    case low
  }
}
