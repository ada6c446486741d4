// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// One version of the document.
  package struct Revision: Codable, Hashable, Sendable {
    /// Its number.
    package var version: String
    /// Its day.
    package var date: String
    /// What changed.
    package var note: LocalizedText

    package init(
      version: String,
      date: String,
      note: LocalizedText
    ) {
      self.version = version
      self.date = date
      self.note = note
    }
  }
}
