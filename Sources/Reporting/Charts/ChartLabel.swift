// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Breaks the labels of charts, since SVG does not.
enum ChartLabel {
  /// Returns lines of at most `columns` terminal columns, at most `limit` of them; the last ends
  /// with an ellipsis when words are left.
  static func lines(_ text: String, columns: Int, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(text, columns: columns) {
      if !line.isEmpty, (line + word).terminalColumns > columns {
        lines.append(trimmed(line))
        line = ""
      }
      if !line.isEmpty || word != " " { line += word }
    }
    if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + [lines[limit - 1] + "…"]
  }

  /// Returns words, spaces and wide characters, each of which a line may end after.
  private static func words(_ text: String, columns: Int) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      let isWide = String(character).terminalColumns > 1
      if character.isWhitespace || isWide || word.count >= columns {
        if !word.isEmpty { words.append(word) }
        word = ""
        if character.isWhitespace {
          words.append(" ")
          continue
        }
      }
      if isWide { words.append(String(character)) } else { word.append(character) }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
