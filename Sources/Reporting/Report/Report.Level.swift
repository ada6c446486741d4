// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// The level of a risk by GB/T 20984.
  package enum Level: String, Codable, CaseIterable, Hashable, Sendable {
    /// Very high.
    case veryHigh = "very_high"
    /// High.
    case high
    /// Medium.
    case medium
    /// Low.
    case low
    /// Very low.
    case veryLow = "very_low"
  }
}
