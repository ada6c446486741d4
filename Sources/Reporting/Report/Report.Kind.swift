// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// Who made the report.
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// The organisation itself.
    case selfAssessment = "self_assessment"
    /// A body that assesses others.
    case assessment
  }
}
