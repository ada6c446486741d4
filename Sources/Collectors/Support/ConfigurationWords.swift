// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The words of a line of configuration.
enum ConfigurationWords {
  /// Whether a byte parts words.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C }

  /// Splits a line at spaces as a shell would: quotes keep words together, a backslash takes the
  /// meaning of the next byte away, and a word that starts with `#` starts a comment.
  static func split(_ line: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isInside = false
    var quote: UInt8?
    var bytes = line.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        if let next = bytes.next() { word.append(next) }
        isInside = true
      } else if let open = quote {
        if byte == open { quote = nil } else { word.append(byte) }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        isInside = true
      } else if isSpace(byte) {
        if isInside { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        isInside = false
      } else if byte == UInt8(ascii: "#"), !isInside {
        return words
      } else {
        word.append(byte)
        isInside = true
      }
    }
    if isInside { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
