// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension ReportTrace {
  /// Where a fact comes from.
  package struct Origin: Codable, Hashable, Sendable {
    /// Path and line or command, such as `/etc/ssh/sshd_config:17`.
    package var location: String
    /// The entry of the evidence register.
    package var evidenceID: String?
    /// What read it and when; only for terminals, because reports have a register that says so.
    package var reading: Reading?

    /// An observation.
    package struct Reading: Hashable, Sendable {
      /// The collector.
      package var collector: String
      /// When, in RFC 3339.
      package var time: String

      package init(collector: String, time: String) {
        self.collector = collector
        self.time = time
      }
    }

    private enum CodingKeys: String, CodingKey {
      case location
      case evidenceID = "evidence_id"
    }

    package init(
      location: String,
      evidenceID: String? = nil,
      reading: Reading? = nil
    ) {
      self.location = location
      self.evidenceID = evidenceID
      self.reading = reading
    }
  }
}
