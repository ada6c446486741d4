// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Splits the texts of sudoers at signs that stand outside of quotes, brackets and escapes.
enum SudoersScanner {
  /// Returns the parts between signs, without spaces at their ends.
  static func split(_ text: String, at sign: Character, limit: Int = .max) -> [String] {
    guard let sign = sign.asciiValue else { return [text] }
    var parts: [String] = []
    var part: [UInt8] = []
    var isQuoted = false
    var depth = 0
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "\\"):
        part.append(byte)
        if let next = bytes.next() { part.append(next) }
        continue
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "(") where !isQuoted: depth += 1
      case UInt8(ascii: ")") where !isQuoted: depth = max(0, depth - 1)
      default: break
      }
      if byte == sign, !isQuoted, depth == 0, parts.count + 1 < limit {
        parts.append(trimmed(part))
        part = []
      } else {
        part.append(byte)
      }
    }
    parts.append(trimmed(part))
    return parts
  }

  /// Returns the elements of a list with commas; empty ones are left out.
  static func list(_ text: some StringProtocol) -> [String] {
    split(String(text), at: ",").filter { !$0.isEmpty }.map(unquoted)
  }

  /// Returns a text without the quotes around it and without escapes.
  static func unquoted(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    if bytes.count > 1, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") {
      bytes = bytes.dropFirst().dropLast()
    }
    var plain: [UInt8] = []
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "\\"), let next = bytes.popFirst() {
        plain.append(next)
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    var bytes = bytes[...].drop(while: ConfigurationWords.isSpace)
    while let last = bytes.last, ConfigurationWords.isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
