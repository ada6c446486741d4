// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// A file or command that was read.
  package struct EvidenceOrigin: Codable, Hashable, Sendable {
    /// Path or command.
    package var location: String
    /// The line, from 1.
    package var line: Int?
    /// Bytes.
    package var size: Int?
    /// SHA-256 of the file.
    package var digest: String?

    package init(
      location: String,
      line: Int? = nil,
      size: Int? = nil,
      digest: String? = nil
    ) {
      self.location = location
      self.line = line
      self.size = size
      self.digest = digest
    }
  }
}
