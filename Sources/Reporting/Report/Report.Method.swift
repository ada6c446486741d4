// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// How a check is made, by GB/T 28448.
  package enum Method: String, Codable, CaseIterable, Hashable, Sendable {
    /// A person is asked.
    case interview
    /// A document or setting is looked at.
    case examine
    /// A rule is run over collected evidence.
    case test
  }
}
