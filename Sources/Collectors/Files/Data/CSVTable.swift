// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Reads comma-separated values as RFC 4180 has them, with the line of each row.
///
/// SwiftCSV gives no lines, takes a row of the wrong length for a shorter one, and brings all of
/// Foundation; Augeas' lens needs a column's type. Empty lines are passed over.
struct CSVTable {
  /// One row.
  struct Row {
    /// The fields, as many as the header has.
    var fields: [String]
    /// The line on which it starts, from 1.
    var line: Int
  }

  /// A rule that the text breaks.
  struct Mistake: Error {
    /// The rule.
    let rule: LocalizedText
    /// The line.
    let line: Int
  }

  /// The names of the columns.
  private(set) var header: [String] = []
  /// The line of the header.
  private(set) var headerLine = 1
  /// The rows below it.
  private(set) var rows: [Row] = []

  private let text: [UInt8]
  private let delimiter: UInt8
  private var offset = 0
  private var line = 1
  private var cellCount = 0

  /// Reads a text without byte order mark.
  init(_ text: [UInt8], delimiter: UInt8) throws(Mistake) {
    self.text = text
    self.delimiter = delimiter
    while offset < text.count {
      let start = line
      let fields = try row()
      if fields == [""] { continue }
      if header.isEmpty {
        (header, headerLine) = (fields, start)
        if let name = Self.firstDuplicate(of: fields) {
          throw Mistake(rule: CollectorMessages.duplicateColumn(name), line: start)
        }
        continue
      }
      guard fields.count == header.count else {
        let rule = CollectorMessages.wrongFieldCount(fields.count, expected: header.count)
        throw Mistake(rule: rule, line: start)
      }
      rows.append(Row(fields: fields, line: start))
    }
  }

  private static func firstDuplicate(of names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }

  private mutating func row() throws(Mistake) -> [String] {
    var fields: [String] = []
    while true {
      fields.append(try field())
      cellCount += 1
      guard cellCount <= 4 * LocatedData.maximumCount else {
        let rule = CollectorMessages.tooManyValues("CSV", 4 * LocatedData.maximumCount)
        throw Mistake(rule: rule, line: line)
      }
      guard offset < text.count else { return fields }
      let sign = text[offset]
      offset += 1
      if sign == delimiter { continue }
      line += 1
      return fields
    }
  }

  /// Reads a field up to the delimiter or the line break behind it.
  private mutating func field() throws(Mistake) -> String {
    let isQuoted = offset < text.count && text[offset] == UInt8(ascii: "\"")
    var bytes = isQuoted ? try quotedField() : []
    let start = offset
    while offset < text.count, text[offset] != delimiter, text[offset] != 0x0A { offset += 1 }
    var rest = text[start..<offset]
    if rest.last == 0x0D { rest = rest.dropLast() }
    guard !isQuoted || rest.isEmpty else {
      throw Mistake(rule: CollectorMessages.textAfterQuote, line: line)
    }
    bytes += rest
    guard let field = String(validating: bytes, as: UTF8.self) else {
      throw Mistake(rule: CollectorMessages.notUTF8, line: line)
    }
    return field
  }

  private mutating func quotedField() throws(Mistake) -> [UInt8] {
    let start = line
    var bytes: [UInt8] = []
    offset += 1
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard offset < text.count, text[offset] == byte else { return bytes }
        offset += 1
      }
      if byte == 0x0A { line += 1 }
      bytes.append(byte)
    }
    throw Mistake(rule: CollectorMessages.quoteNotClosed, line: start)
  }
}
