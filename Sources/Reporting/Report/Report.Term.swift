// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A word of the glossary.
  package struct Term: Codable, Hashable, Sendable {
    /// The word.
    package var term: LocalizedText
    /// What it means, in a sentence.
    package var meaning: LocalizedText

    package init(term: LocalizedText, meaning: LocalizedText) {
      self.term = term
      self.meaning = meaning
    }
  }
}
