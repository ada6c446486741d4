// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Reads a plain or quoted scalar once more, noting where each byte of its text is written.
///
/// Done only for a text that is needed with its places, so the parser need not keep them.
struct FlowScalarMap {
  private let bytes: [UInt8]
  private let style: YAMLStyle
  private let end: Int
  private var offset: Int
  private var map = TextMap()

  /// Maps the scalar whose range, quotes included, is given.
  static func map(_ source: SourceText, _ range: Range<Int>, _ style: YAMLStyle) -> TextMap {
    var reader = FlowScalarMap(source.utf8, range, style)
    return reader.read()
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ style: YAMLStyle) {
    self.bytes = bytes
    self.style = style
    let quote = style == .plain ? 0 : 1
    offset = range.lowerBound + quote
    end = max(offset, range.upperBound - quote)
  }

  private mutating func read() -> TextMap {
    while offset < end {
      let byte = bytes[offset]
      if style == .doubleQuoted, byte == UInt8(ascii: "\\"), offset + 1 < end {
        readEscape()
      } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
        map.append(byte, at: offset)
        offset += 2
      } else if isBlank(offset) || isBreak(offset) {
        readSpace()
      } else {
        map.append(byte, at: offset)
        offset += 1
      }
    }
    map.mark(end)
    return map
  }

  /// Reads blanks, which a line break among them folds into one space or the further line breaks.
  private mutating func readSpace() {
    let start = offset
    while isBlank(offset) { offset += 1 }
    if isBreak(offset) {
      let firstBreak = offset
      skipBreak()
      let breaks = skipBlankLines()
      append(breaks == 0 ? [0x20] : Array(repeating: 0x0A, count: breaks), at: firstBreak, offset)
    } else {
      for blank in start..<offset { map.append(bytes[blank], at: blank) }
    }
  }

  private mutating func readEscape() {
    let start = offset
    let escape = bytes[offset + 1]
    offset += 1
    if isBreak(offset) {
      skipBreak()
      append(Array(repeating: 0x0A, count: skipBlankLines()), at: start, offset)
      return
    }
    offset += 1
    if let length = Self.hexLengths[escape] {
      let digits = String(decoding: bytes[offset..<min(offset + length, end)], as: UTF8.self)
      offset = min(offset + length, end)
      let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
      append(Array(String(scalar).utf8), at: start, offset)
    } else {
      append(Array((Self.escapes[escape] ?? "").utf8), at: start, offset)
    }
  }

  /// Appends bytes that are written differently, each at its own offset as far as there are any.
  private mutating func append(_ text: [UInt8], at start: Int, _ end: Int) {
    for (index, byte) in text.enumerated() { map.append(byte, at: min(start + index, end - 1)) }
  }

  /// Skips blanks and line breaks and returns the number of the latter.
  private mutating func skipBlankLines() -> Int {
    var breaks = 0
    while true {
      while isBlank(offset) { offset += 1 }
      guard isBreak(offset) else { return breaks }
      skipBreak()
      breaks += 1
    }
  }

  private mutating func skipBreak() {
    let isPair = bytes[offset] == 0x0D && offset + 1 < end && bytes[offset + 1] == 0x0A
    offset += isPair ? 2 : 1
  }

  private func isBlank(_ index: Int) -> Bool {
    index < end && (bytes[index] == 0x20 || bytes[index] == 0x09)
  }

  private func isBreak(_ index: Int) -> Bool {
    index < end && (bytes[index] == 0x0A || bytes[index] == 0x0D)
  }

  private static let hexLengths: [UInt8: Int] = [
    UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
  ]

  private static let escapes: [UInt8: String] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "t"): "\t", 0x09: "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
    UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
    UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/",
    UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
    UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]
}
