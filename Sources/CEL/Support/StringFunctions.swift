// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The functions of the `strings` library; positions count Unicode scalars, never graphemes.
enum StringFunctions {
  /// Returns the character at a position, nothing at the end of the text.
  static func character(of text: String, at position: Int64) throws(FunctionFailure) -> String {
    let index = try index(of: text, at: position)
    return index == text.endIndex ? "" : String(text.unicodeScalars[index])
  }

  /// Returns the part from `start` to just before `end`, or to the end of the text.
  static func substring(
    of text: String, from start: Int64, to end: Int64? = nil
  ) throws(FunctionFailure) -> String {
    let first = try index(of: text, at: start)
    guard let end else { return String(text.unicodeScalars[first...]) }
    let last = try index(of: text, at: end)
    guard start <= end else { throw .invalidSubstring(from: start, to: end) }
    return String(text.unicodeScalars[first..<last])
  }

  /// Returns the position of the first occurrence at or after `start`, or -1.
  static func firstPosition(
    of part: String, in text: String, from start: Int64 = 0
  ) throws(FunctionFailure) -> Int64 {
    let from = try byteOffset(in: text, at: start)
    let bytes = Array(text.utf8)
    let search = ByteSearch(for: Array(part.utf8))
    return position(in: bytes, offset: search.firstOffset(in: bytes, from: from))
  }

  /// Returns the position of the last occurrence that starts at or before `last`, or -1.
  static func lastPosition(
    of part: String, in text: String, upTo last: Int64? = nil
  ) throws(FunctionFailure) -> Int64 {
    let bytes = Array(text.utf8)
    let limit = if let last { try byteOffset(in: text, at: last) } else { bytes.count }
    let search = ByteSearch(for: Array(part.utf8))
    return position(in: bytes, offset: search.lastOffset(in: bytes, upTo: limit))
  }

  /// Returns the text with the first `limit` occurrences replaced; a negative limit replaces all.
  ///
  /// An empty part occurs before each character and at the end.
  static func replace(
    in text: String, _ part: String, with replacement: String, limit: Int64 = -1
  ) -> String {
    let maximum = limit < 0 ? Int.max : Int(clamping: limit)
    if maximum == 0 { return text }
    if part.isEmpty {
      var result = String.UnicodeScalarView()
      var inserted = 0
      for scalar in text.unicodeScalars {
        if inserted < maximum { result.append(contentsOf: replacement.unicodeScalars) }
        inserted += 1
        result.append(scalar)
      }
      return String(result) + (inserted < maximum ? replacement : "")
    }
    let parts = ByteSearch(for: Array(part.utf8))
      .split(Array(text.utf8), limit: maximum == .max ? .max : maximum + 1)
    return String(decoding: Array(parts.joined(separator: replacement.utf8)), as: UTF8.self)
  }

  /// Returns the parts between separators, at most `limit`, all for a negative limit.
  ///
  /// The last part has what is left. An empty separator parts the characters.
  static func split(_ text: String, around separator: String, limit: Int64 = -1) -> [String] {
    let maximum = limit < 0 ? Int.max : Int(clamping: limit)
    if maximum == 0 { return [] }
    if separator.isEmpty {
      let scalars = text.unicodeScalars
      let single = scalars.prefix(maximum == .max ? .max : maximum - 1)
      let rest = scalars[single.endIndex...]
      return single.map { String($0) } + (rest.isEmpty ? [] : [String(rest)])
    }
    return ByteSearch(for: Array(separator.utf8)).split(Array(text.utf8), limit: maximum)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the text without the white space of Unicode at both ends.
  static func trim(_ text: String) -> String {
    let body = text.unicodeScalars.drop(while: \.properties.isWhitespace)
    guard let last = body.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(body[...last])
  }

  /// Returns the characters from last to first.
  static func reverse(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.reversed())
    return String(result)
  }

  /// Returns the text with ASCII capitals made small, all else unchanged.
  static func lowercaseASCII(_ text: String) -> String {
    String(decoding: text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Returns the text with small ASCII letters made capital, all else unchanged.
  static func uppercaseASCII(_ text: String) -> String {
    String(decoding: text.utf8.map { 0x61...0x7A ~= $0 ? $0 & 0xDF : $0 }, as: UTF8.self)
  }

  /// Returns the text between double quotes, with escapes as in CEL literals.
  static func quote(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append("\"")
    for scalar in text.unicodeScalars {
      if let letter = escapes[scalar] {
        result.append("\\")
        result.append(letter)
      } else {
        result.append(scalar)
      }
    }
    result.append("\"")
    return String(result)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{07}": "a", "\u{08}": "b", "\u{0C}": "f", "\n": "n", "\r": "r", "\t": "t", "\u{0B}": "v",
    "\\": "\\", "\"": "\"",
  ]

  // MARK: Positions

  /// Returns the index of a position from 0 to the number of characters.
  private static func index(
    of text: String, at position: Int64
  ) throws(FunctionFailure) -> String.Index {
    let scalars = text.unicodeScalars
    guard position >= 0, position <= text.utf8.count,
      let index = scalars.index(
        scalars.startIndex, offsetBy: Int(position), limitedBy: scalars.endIndex)
    else { throw .indexOutOfRange(position) }
    return index
  }

  private static func byteOffset(
    in text: String, at position: Int64
  ) throws(FunctionFailure) -> Int {
    text.utf8.distance(from: text.startIndex, to: try index(of: text, at: position))
  }

  private static func position(in bytes: [UInt8], offset: Int?) -> Int64 {
    guard let offset else { return -1 }
    return Int64(bytes[..<offset].count { $0 & 0xC0 != 0x80 })
  }
}
