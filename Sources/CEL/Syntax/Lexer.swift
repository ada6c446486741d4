// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Splits an expression into words and signs.
struct Lexer: Sendable {
  let utf8: [UInt8]
  var offset = 0

  /// A lexer for text that is valid UTF-8.
  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// Returns the byte at a distance from the next one, 0 past the end.
  @inline(__always)
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = offset &+ distance
    return index < utf8.count ? utf8[index] : 0
  }

  func range(from start: Int) -> SourceRange { SourceRange(start..<offset) }

  /// Returns the next token; `.end` at the end and ever after.
  mutating func next() throws(SyntaxError) -> Token {
    skipBlanks()
    let start = offset
    guard start < utf8.count else { return Token(kind: .end, range: range(from: start)) }
    let byte = utf8[start]
    if byte.isIdentifierStart { return try wordOrText() }
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1).isDigit) { return try number() }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try text(start: start) }
    if byte == UInt8(ascii: "`") { return try quotedIdentifier() }
    return try sign()
  }

  private mutating func skipBlanks() {
    while offset < utf8.count {
      switch utf8[offset] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: offset += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while offset < utf8.count, utf8[offset] != 0x0A { offset += 1 }
      default: return
      }
    }
  }

  private mutating func wordOrText() throws(SyntaxError) -> Token {
    let start = offset
    // `r`, `b` and `br` directly before a quote make it a raw text or octets.
    var letters = 0
    if peek() | 0x20 == UInt8(ascii: "b") { letters = 1 }
    if peek(letters) | 0x20 == UInt8(ascii: "r") { letters += 1 }
    if letters > 0, peek(letters) == UInt8(ascii: "\"") || peek(letters) == UInt8(ascii: "'") {
      let isBytes = peek() | 0x20 == UInt8(ascii: "b")
      offset += letters
      return try text(start: start, isRaw: letters == 2 || !isBytes, isBytes: isBytes)
    }
    while peek().isIdentifierPart { offset += 1 }
    let range = range(from: start)
    let isKeyword =
      switch range.count {
      case 2: utf8[range.bytes].elementsEqual("in".utf8)
      case 4:
        utf8[range.bytes].elementsEqual("true".utf8) || utf8[range.bytes].elementsEqual("null".utf8)
      case 5: utf8[range.bytes].elementsEqual("false".utf8)
      default: false
      }
    return Token(kind: isKeyword ? .keyword : .identifier, range: range)
  }

  private mutating func quotedIdentifier() throws(SyntaxError) -> Token {
    let start = offset
    offset += 1
    while peek().isIdentifierPart || [0x2E, 0x2D, 0x2F, 0x20].contains(peek()) { offset += 1 }
    guard peek() == UInt8(ascii: "`"), offset > start + 1 else {
      throw .invalidQuotedName(SourceRange(start..<min(offset + 1, utf8.count)))
    }
    offset += 1
    return Token(kind: .quotedIdentifier, range: range(from: start))
  }

  private mutating func sign() throws(SyntaxError) -> Token {
    let start = offset
    let pair = (peek(), peek(1))
    let double: Token.Kind? =
      switch pair {
      case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
      case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
      case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
      case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
      case (UInt8(ascii: "&"), UInt8(ascii: "&")): .and
      case (UInt8(ascii: "|"), UInt8(ascii: "|")): .or
      default: nil
      }
    if let double {
      offset += 2
      return Token(kind: double, range: range(from: start))
    }
    guard let single = Lexer.signs[Int(pair.0)] else { throw unexpectedCharacter() }
    offset += 1
    return Token(kind: single, range: range(from: start))
  }

  private func unexpectedCharacter() -> SyntaxError {
    let start = offset
    var end = start + 1
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    let range = SourceRange(start..<end)
    switch utf8[start] {
    case UInt8(ascii: "="): return .singleSign("=", meant: "==", range)
    case UInt8(ascii: "&"): return .singleSign("&", meant: "&&", range)
    case UInt8(ascii: "|"): return .singleSign("|", meant: "||", range)
    default:
      return .unexpectedCharacter(String(decoding: utf8[start..<end], as: UTF8.self), range)
    }
  }

  /// The signs of one byte.
  private static let signs: [Token.Kind?] = {
    var table = [Token.Kind?](repeating: nil, count: 256)
    let signs: [(Character, Token.Kind)] = [
      ("+", .plus), ("-", .minus), ("*", .star), ("/", .slash), ("%", .percent), ("<", .less),
      (">", .greater), ("!", .not), ("?", .question), (":", .colon), (",", .comma), (".", .dot),
      ("(", .leftParenthesis), (")", .rightParenthesis), ("[", .leftBracket),
      ("]", .rightBracket), ("{", .leftBrace), ("}", .rightBrace),
    ]
    for (character, kind) in signs { table[Int(character.asciiValue!)] = kind }
    return table
  }()
}

extension UInt8 {
  /// Whether a name can begin with the byte.
  @inline(__always)
  var isIdentifierStart: Bool {
    let letter = self | 0x20
    return (letter >= 0x61 && letter <= 0x7A) || self == 0x5F
  }

  /// Whether a name can go on with the byte.
  @inline(__always)
  var isIdentifierPart: Bool { isIdentifierStart || isDigit }

  /// The value of a hexadecimal digit, or `nil`.
  var hexadecimalDigit: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self - 0x30)
    case 0x41...0x46: UInt32(self - 0x41 + 10)
    case 0x61...0x66: UInt32(self - 0x61 + 10)
    default: nil
    }
  }
}
