// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A catalog that the report was made with.
  package struct CatalogReference: Codable, Hashable, Sendable {
    /// The catalog.
    package var id: String
    /// Its title.
    package var title: LocalizedText
    /// Its version.
    package var version: String
    /// SHA-256 over its files, in hexadecimal.
    package var digest: String

    package init(
      id: String,
      title: LocalizedText,
      version: String,
      digest: String
    ) {
      self.id = id
      self.title = title
      self.version = version
      self.digest = digest
    }
  }
}
