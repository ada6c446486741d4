// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads JSON that nobody vouches for: strict, with limits, and with the place of every mistake.
///
/// Stricter than RFC 8259 in one point: an object may hold a name only once.
package struct JSONReader {
  /// The deepest nesting of lists and objects that is read.
  package static let maximumDepth = 64

  /// The text being read.
  private let source: SourceText
  private var offset = 0
  private var path: [String] = []
  /// Down to which level the starts of values are kept.
  private let levels: Int
  /// Where the values down to that level start, by their access paths.
  package private(set) var offsets: [[String]: Int] = [:]

  /// - Parameters:
  ///   - source: the text.
  ///   - levels: down to which level the starts of values are kept.
  package init(_ source: SourceText, levels: Int = 2) {
    self.source = source
    self.levels = levels
  }

  /// Returns the value of a text.
  ///
  /// - Throws: `DiagnosticsError` with the first mistake.
  package static func read(_ source: SourceText) throws(DiagnosticsError) -> EvidenceValue {
    var reader = JSONReader(source)
    return try reader.readDocument()
  }

  /// Returns the only value of the text.
  package mutating func readDocument() throws(DiagnosticsError) -> EvidenceValue {
    let value = try readValue()
    skipSpace()
    if offset < source.utf8.count { throw mistake(EvidenceMessages.jsonTrailing) }
    return value
  }

  private mutating func readValue() throws(DiagnosticsError) -> EvidenceValue {
    skipSpace()
    if path.count <= levels { offsets[path] = offset }
    switch peek {
    case UInt8(ascii: "{"): return .object(try readObject())
    case UInt8(ascii: "["): return .list(try readList())
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return try readNumber()
    }
  }

  private mutating func readObject() throws(DiagnosticsError) -> EvidenceObject {
    var object = EvidenceObject()
    try enter()
    while true {
      skipSpace()
      if object.isEmpty, take(UInt8(ascii: "}")) { break }
      let start = offset
      let key = try readString()
      guard object[key] == nil else {
        offset = start
        throw mistake(EvidenceMessages.jsonDuplicateName(key))
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw mistake(EvidenceMessages.jsonExpected(":")) }
      path.append(key)
      object[key] = try readValue()
      path.removeLast()
      skipSpace()
      if take(UInt8(ascii: "}")) { break }
      guard take(UInt8(ascii: ",")) else { throw mistake(EvidenceMessages.jsonExpected("}")) }
    }
    return object
  }

  private mutating func readList() throws(DiagnosticsError) -> [EvidenceValue] {
    var list: [EvidenceValue] = []
    try enter()
    while true {
      skipSpace()
      if list.isEmpty, take(UInt8(ascii: "]")) { break }
      path.append(String(list.count))
      list.append(try readValue())
      path.removeLast()
      skipSpace()
      if take(UInt8(ascii: "]")) { break }
      guard take(UInt8(ascii: ",")) else { throw mistake(EvidenceMessages.jsonExpected("]")) }
    }
    return list
  }

  /// Steps over the opening bracket; the path is as deep as the brackets around it.
  private mutating func enter() throws(DiagnosticsError) {
    guard path.count < Self.maximumDepth else {
      throw mistake(EvidenceMessages.jsonTooDeep(Self.maximumDepth))
    }
    offset += 1
  }

  private mutating func readWord(_ word: String, _ value: EvidenceValue) throws(DiagnosticsError)
    -> EvidenceValue
  {
    guard source.utf8[offset...].starts(with: word.utf8) else {
      throw mistake(EvidenceMessages.jsonUnexpected)
    }
    offset += word.utf8.count
    return value
  }

  private mutating func readNumber() throws(DiagnosticsError) -> EvidenceValue {
    let start = offset
    let wrong = mistake(EvidenceMessages.jsonUnexpected)
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { guard skipDigits() else { throw wrong } }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard skipDigits() else { throw wrong }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() else { throw wrong }
    }
    let text = source.text(in: start..<offset)
    if isWhole, let value = Int64(text) { return .int(value) }
    guard let value = Double(text), value.isFinite else { throw wrong }
    return .double(value)
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    return offset > start
  }

  private mutating func readString() throws(DiagnosticsError) -> String {
    guard take(UInt8(ascii: "\"")) else { throw mistake(EvidenceMessages.jsonExpected("\"")) }
    var bytes: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw mistake(EvidenceMessages.jsonNotUTF8)
        }
        offset += 1
        return text
      case UInt8(ascii: "\\"): try readEscape(into: &bytes)
      case ..<0x20: throw mistake(EvidenceMessages.jsonUnexpected)
      default:
        bytes.append(byte)
        offset += 1
      }
    }
    throw mistake(EvidenceMessages.jsonExpected("\""))
  }

  private mutating func readEscape(into bytes: inout [UInt8]) throws(DiagnosticsError) {
    offset += 1
    let letter = peek
    switch letter {
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter ?? 0)
    case UInt8(ascii: "u"): return try readUnicodeEscape(into: &bytes)
    default: throw mistake(EvidenceMessages.jsonUnexpected)
    }
    offset += 1
  }

  private mutating func readUnicodeEscape(into bytes: inout [UInt8]) throws(DiagnosticsError) {
    var code = try readUnit()
    if code & 0xFC00 == 0xD800 {
      guard peek == UInt8(ascii: "\\") else { throw mistake(EvidenceMessages.jsonNotUTF8) }
      offset += 1
      let low = try readUnit()
      guard low & 0xFC00 == 0xDC00 else { throw mistake(EvidenceMessages.jsonNotUTF8) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw mistake(EvidenceMessages.jsonNotUTF8) }
    bytes += String(Character(scalar)).utf8
  }

  /// Reads `uXXXX`.
  private mutating func readUnit() throws(DiagnosticsError) -> UInt32 {
    let digits = source.utf8.dropFirst(offset + 1).prefix(4)
    guard peek == UInt8(ascii: "u"), digits.count == 4,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-")
    else { throw mistake(EvidenceMessages.jsonUnexpected) }
    offset += 5
    return value
  }

  private var peek: UInt8? { offset < source.utf8.count ? source.utf8[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private func mistake(_ message: LocalizedText) -> DiagnosticsError {
    let range = SourceRange(offset..<min(offset + 1, source.utf8.count))
    return DiagnosticsError([
      Diagnostic("invalid-json", message, at: SourceSpan(source: source, range: range))
    ])
  }
}
