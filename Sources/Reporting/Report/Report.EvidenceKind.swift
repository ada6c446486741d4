// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// What an entry of the evidence register is.
  package enum EvidenceKind: String, Codable, CaseIterable, Hashable, Sendable {
    /// Collected by the program.
    case observation
    /// Given by a person.
    case answer
    /// A file attached to an answer.
    case attachment
  }
}
