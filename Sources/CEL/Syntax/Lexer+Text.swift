// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Lexer {
  /// Reads a text or octets from the quote on; `start` is where the prefix began.
  mutating func text(
    start: Int, isRaw: Bool = false, isBytes: Bool = false
  ) throws(SyntaxError) -> Token {
    let quote = peek()
    let isTriple = peek(1) == quote && peek(2) == quote
    offset += isTriple ? 3 : 1
    let contentStart = offset
    var decoded: [UInt8]?
    while true {
      guard offset < utf8.count else {
        throw .unterminatedText(SourceRange(start..<min(contentStart, utf8.count)))
      }
      let byte = utf8[offset]
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) { break }
      if !isTriple, byte == 0x0A || byte == 0x0D {
        throw .unterminatedText(range(from: start))
      }
      if byte == UInt8(ascii: "\\"), !isRaw {
        if decoded == nil { decoded = Array(utf8[contentStart..<offset]) }
        try escape(isBytes: isBytes, into: &decoded!)
      } else {
        decoded?.append(byte)
        offset += 1
      }
    }
    let contentEnd = offset
    offset += isTriple ? 3 : 1
    return Token(
      kind: .literal, range: range(from: start),
      value: value(of: decoded, or: contentStart..<contentEnd, isBytes: isBytes))
  }

  private func value(of decoded: [UInt8]?, or range: Range<Int>, isBytes: Bool) -> CELValue {
    if isBytes { return .bytes(decoded ?? Array(utf8[range])) }
    if let decoded {
      return decoded.withUnsafeBufferPointer { .string(CELString.make(trusted: $0)) }
    }
    return utf8[range].withUnsafeBufferPointer { .string(CELString.make(trusted: $0)) }
  }

  /// Reads an escape sequence, the next byte being the backslash.
  private mutating func escape(
    isBytes: Bool, into decoded: inout [UInt8]
  ) throws(SyntaxError) {
    let start = offset
    let letter = peek(1)
    offset = min(offset + 2, utf8.count)
    switch letter {
    case UInt8(ascii: "a"): decoded.append(0x07)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "v"): decoded.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      decoded.append(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      let code = try digits(2, radix: 16, start)
      if isBytes { decoded.append(UInt8(code)) } else { try append(code, start, to: &decoded) }
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      offset -= 1
      let code = try digits(3, radix: 8, start)
      if isBytes { decoded.append(UInt8(code)) } else { try append(code, start, to: &decoded) }
    case UInt8(ascii: "u") where !isBytes:
      try append(digits(4, radix: 16, start), start, to: &decoded)
    case UInt8(ascii: "U") where !isBytes:
      try append(digits(8, radix: 16, start), start, to: &decoded)
    default: throw .invalidEscape(range(from: start))
    }
  }

  private mutating func digits(
    _ count: Int, radix: UInt32, _ start: Int
  ) throws(SyntaxError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<count {
      guard let digit = peek().hexadecimalDigit, digit < radix else {
        throw .invalidEscape(range(from: start))
      }
      code = code &* radix &+ digit
      offset += 1
    }
    return code
  }

  private func append(
    _ code: UInt32, _ start: Int, to decoded: inout [UInt8]
  ) throws(SyntaxError) {
    guard let scalar = Unicode.Scalar(code) else { throw .invalidEscape(range(from: start)) }
    decoded.append(contentsOf: UTF8.encode(scalar)!)
  }
}
