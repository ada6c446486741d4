// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// Whether the document may still change.
  package enum DocumentState: String, Codable, CaseIterable, Hashable, Sendable {
    /// It may change.
    case draft
    /// It is as issued.
    case final
  }
}
