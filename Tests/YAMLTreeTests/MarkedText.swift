// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A text in which places are marked by the characters 1️⃣ to 9️⃣, so that no offset is counted by
/// hand. The marks are not part of the text.
struct MarkedText {
  let text: String
  private let offsets: [Int: Int]

  init(_ marked: String) {
    var text = ""
    var offsets: [Int: Int] = [:]
    for character in marked {
      if character.unicodeScalars.count == 3, character.unicodeScalars.last == "\u{20E3}",
        let number = character.unicodeScalars.first.flatMap({ Int(String($0)) })
      {
        offsets[number] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.offsets = offsets
  }

  /// The text between two marks.
  subscript(start: Int, end: Int) -> SourceRange {
    SourceRange(offsets[start]!..<offsets[end]!)
  }

  func source(_ name: String = "a.yaml") -> SourceText { SourceText(name: name, text) }
}
