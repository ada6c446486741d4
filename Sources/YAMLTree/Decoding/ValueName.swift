// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// How messages speak of a value; put into words only when there is something to say.
enum ValueName {
  /// In words of its own.
  case text(LocalizedText)
  /// The value of a key.
  case key(String)
  /// An element from 1 of the list whose name comes before.
  case element(Int)
}

extension ArraySlice<ValueName> {
  /// The last name in words; the names must not be empty.
  var text: LocalizedText {
    switch self[endIndex - 1] {
    case .text(let text): text
    case .key(let key): DecodingMessages.key(key)
    case .element(let number):
      DecodingMessages.element(number, of: count > 1 ? dropLast().text : nil)
    }
  }
}
