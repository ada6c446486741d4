// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Splits the text of an nginx configuration into words and signs, by the rules of
/// `ngx_conf_read_token`.
struct NginxTokenizer {
  /// One word or sign with the line on which it starts.
  enum Token: Equatable {
    /// A word, quotes and escapes taken off.
    case word(String, line: Int)
    /// `;`
    case end(line: Int)
    /// `{`
    case open(line: Int)
    /// `}`
    case close(line: Int)
  }

  /// What nginx would refuse.
  struct Mistake: Error {
    /// The line, from 1.
    var line: Int
    /// The rule it breaks.
    var reason: LocalizedText
  }

  private let bytes: [UInt8]
  private var offset = 0
  /// The line of the byte at the offset.
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the next token; `nil` at the end of the text.
  mutating func next() throws(Mistake) -> Token? {
    skipSpaceAndComments()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: ";"):
      offset += 1
      return .end(line: line)
    case UInt8(ascii: "{"):
      offset += 1
      return .open(line: line)
    case UInt8(ascii: "}"):
      offset += 1
      return .close(line: line)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quoted()
    default: return word()
    }
  }

  /// Skips the Lua code of a block whose opening brace was read, up to its closing brace.
  mutating func skipLua() throws(Mistake) {
    var depth = 1
    while offset < bytes.count {
      let byte = bytes[offset]
      advance()
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipLuaString(byte)
      case UInt8(ascii: "-") where offset < bytes.count && bytes[offset] == UInt8(ascii: "-"):
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      default: break
      }
    }
    throw Mistake(line: line, reason: ServiceMessages.unended("}"))
  }

  private mutating func skipLuaString(_ quote: UInt8) {
    while offset < bytes.count {
      let byte = bytes[offset]
      advance()
      if byte == UInt8(ascii: "\\"), offset < bytes.count { advance() }
      if byte == quote { return }
    }
  }

  private mutating func advance() {
    if bytes[offset] == 0x0A { line += 1 }
    offset += 1
  }

  private mutating func skipSpaceAndComments() {
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "#") {
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      } else if Self.isSpace(bytes[offset]) {
        advance()
      } else {
        return
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A word runs to a space, `;` or `{`; the brace of `${name}` belongs to it.
  private mutating func word() -> Token {
    let start = line
    var text: [UInt8] = []
    var isVariable = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "{"), isVariable {
        text.append(byte)
        offset += 1
        isVariable = false
        continue
      }
      if Self.isSpace(byte) || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "{") { break }
      isVariable = byte == UInt8(ascii: "$")
      take(byte, &text)
    }
    return .word(String(decoding: text, as: UTF8.self), line: start)
  }

  private mutating func quoted() throws(Mistake) -> Token {
    let start = line
    let quote = bytes[offset]
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count, bytes[offset] != quote { take(bytes[offset], &text) }
    guard offset < bytes.count else {
      let sign = String(decoding: [quote], as: UTF8.self)
      throw Mistake(line: line, reason: ServiceMessages.unended(sign))
    }
    offset += 1
    if offset < bytes.count, !Self.isSpace(bytes[offset]), !";{)".utf8.contains(bytes[offset]) {
      let rest = String(decoding: bytes[offset...].prefix(1), as: UTF8.self)
      throw Mistake(line: line, reason: ServiceMessages.unexpected(rest))
    }
    return .word(String(decoding: text, as: UTF8.self), line: start)
  }

  /// Takes one byte, or a backslash with the byte after it, which never ends a word.
  private mutating func take(_ byte: UInt8, _ text: inout [UInt8]) {
    advance()
    guard byte == UInt8(ascii: "\\"), offset < bytes.count else {
      text.append(byte)
      return
    }
    let next = bytes[offset]
    advance()
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): text.append(next)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "n"): text.append(0x0A)
    default: text += [byte, next]
    }
  }
}
