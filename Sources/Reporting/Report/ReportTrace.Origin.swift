// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension ReportTrace {
  /// Where a fact comes from.
  package struct Origin: Codable, Hashable, Sendable {
    /// Path and line or command, such as `/etc/ssh/sshd_config:17`.
    package var location: String
    /// The entry of the evidence register.
    package var evidenceID: String?

    private enum CodingKeys: String, CodingKey {
      case location
      case evidenceID = "evidence_id"
    }

    package init(
      location: String,
      evidenceID: String? = nil
    ) {
      self.location = location
      self.evidenceID = evidenceID
    }
  }
}
