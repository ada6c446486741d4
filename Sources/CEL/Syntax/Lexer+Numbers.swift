// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Lexer {
  /// Reads a number without sign.
  mutating func number() throws(SyntaxError) -> Token {
    let start = offset
    if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x"),
      peek(2).hexadecimalDigit != nil
    {
      offset += 2
      while peek().hexadecimalDigit != nil { offset += 1 }
      return try wholeNumber(start)
    }
    while peek().isDigit { offset += 1 }
    var isWhole = true
    if peek() == UInt8(ascii: "."), peek(1).isDigit {
      isWhole = false
      offset += 1
      while peek().isDigit { offset += 1 }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
      if peek(1 + sign).isDigit {
        isWhole = false
        offset += 1 + sign
        while peek().isDigit { offset += 1 }
      }
    }
    if isWhole { return try wholeNumber(start) }
    let range = range(from: start)
    guard let value = Double(String(decoding: utf8[range.bytes], as: UTF8.self)) else {
      throw .numberOutOfRange(range)
    }
    return Token(kind: .literal, range: range, value: .double(value))
  }

  private mutating func wholeNumber(_ start: Int) throws(SyntaxError) -> Token {
    let digits = offset
    guard peek() | 0x20 == UInt8(ascii: "u") else {
      return Token(kind: .integer, range: range(from: start))
    }
    offset += 1
    let range = range(from: start)
    guard let value = Lexer.magnitude(utf8[start..<digits]) else { throw .numberOutOfRange(range) }
    return Token(kind: .literal, range: range, value: .uint(value))
  }

  /// Returns the number that decimal or, after `0x`, hexadecimal digits write; `nil` when too large.
  static func magnitude(_ digits: ArraySlice<UInt8>) -> UInt64? {
    if digits.count > 2, digits[digits.startIndex + 1] | 0x20 == UInt8(ascii: "x") {
      return UInt64(String(decoding: digits.dropFirst(2), as: UTF8.self), radix: 16)
    }
    return UInt64(digits: digits)
  }
}
