// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// A value taken out.
  package struct Redaction: Codable, Hashable, Sendable {
    /// Where it stood.
    package var path: String
    /// What it was, such as `password`.
    package var kind: String

    package init(
      path: String,
      kind: String
    ) {
      self.path = path
      self.kind = kind
    }
  }
}
