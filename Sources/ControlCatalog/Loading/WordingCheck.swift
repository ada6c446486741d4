// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Finds words that the glossary replaces by others in catalogs, controls and profiles.
///
/// Registers of laws are left out: they name laws by their official titles.
package struct WordingCheck {
  private let terms: [GlossaryTerm]
  private let files: [LibraryFile]

  /// - Parameter result: a library with the files that its authors worded.
  package init(_ result: LibraryLoader.Result) {
    terms = result.library.glossary
    files = result.wordedFiles
  }

  /// A warning at each place.
  package var diagnostics: [Diagnostic] {
    let terms = terms
    return Concurrently.map(files) { file in
      let text = file.source.utf8
      return terms.flatMap { term in
        term.avoided.flatMap { word in
          Self.places(of: Array(word.utf8), in: text).map {
            CatalogMessages.avoidedWord(
              word, term.term, at: SourceSpan(source: file.source, range: SourceRange($0)))
          }
        }
      }
    }.flatMap(\.self)
  }

  /// The places of a word in a text, letters of ASCII compared without case.
  private static func places(of word: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard let first = word.first, word.count <= text.count else { return [] }
    let initial = first.lowercased
    return (0...text.count - word.count).compactMap { start in
      guard text[start].lowercased == initial else { return nil }
      let range = start..<start + word.count
      return zip(text[range], word).allSatisfy { $0.lowercased == $1.lowercased } ? range : nil
    }
  }
}

extension UInt8 {
  /// The lower-case letter of an upper-case letter of ASCII; any other byte itself.
  fileprivate var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
