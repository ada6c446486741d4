// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// How well a legal or technical fact is known.
  package enum Standing: String, Codable, CaseIterable, Hashable, Sendable {
    /// Read in the text itself.
    case verified
    /// Read at second hand.
    case secondary
    /// Not read again.
    case memory
  }
}
