// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Finds words that the glossary replaces by others in catalogs, controls and profiles.
///
/// Registers of laws are left out: they name laws by their official titles.
package struct WordingCheck {
  private let words: [AvoidedWord]
  private let files: [LibraryFile]

  /// - Parameter result: a library with the files that its authors worded.
  package init(_ result: LibraryLoader.Result) {
    words = result.library.glossary.flatMap { term in
      term.avoided.map { AvoidedWord($0, instead: term) }
    }
    files = result.wordedFiles
  }

  /// A warning at each place.
  package var diagnostics: [Diagnostic] {
    let finder = WordFinder(words.map(\.bytes))
    return Concurrently.map(files) { [words] file in
      finder.places(in: file.source.utf8).map { place in
        let word = words[place.word]
        return CatalogMessages.avoidedWord(
          word.text, word.term,
          at: SourceSpan(source: file.source, range: SourceRange(place.range)))
      }
    }.flatMap(\.self)
  }
}

/// A word that the glossary replaces by another.
private struct AvoidedWord: Sendable {
  let text: String
  let bytes: [UInt8]
  let term: LocalizedText

  init(_ text: String, instead term: GlossaryTerm) {
    self.text = text
    bytes = Array(text.utf8)
    self.term = term.term
  }
}
