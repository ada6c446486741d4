// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Breaks text into lines that fit an editor.
enum CommentWrapping {
  /// The widest line in columns; a Chinese character takes two.
  private static let width = 88

  /// Returns the lines of a text, broken at blanks and between Chinese characters, but not before
  /// a punctuation mark.
  static func lines(of text: String) -> [String] {
    text.split(separator: "\n").flatMap { wrap(pieces(of: String($0))) }
  }

  /// Returns the parts between which a line may be broken: words with their blank, and Chinese
  /// characters with the punctuation after them.
  private static func pieces(of line: String) -> [String] {
    var pieces: [String] = []
    for character in line {
      let isWide = String(character).terminalColumns == 2
      let isMark = "，。；：、！？）》”’,.;:!?)".contains(character)
      let lastEndsWord =
        pieces.last?.last.map { $0 == " " || String($0).terminalColumns == 2 } ?? true
      if isMark && !pieces.isEmpty || !(isWide || lastEndsWord) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  private static func wrap(_ pieces: [String]) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      if !line.isEmpty, line.terminalColumns + piece.terminalColumns > width {
        lines.append(line)
        line = ""
      }
      line += piece
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }
}
