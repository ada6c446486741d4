// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// How grave a notice is.
  package enum NoticeKind: String, Codable, CaseIterable, Hashable, Sendable {
    /// It lessens what the report can say.
    case warning
    /// Good to know.
    case information
  }
}
