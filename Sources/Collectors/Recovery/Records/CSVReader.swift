// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Reads CSV as RFC 4180 and spreadsheets write it: the first line names the columns, cells may be
/// quoted, and a byte order mark in front is skipped.
struct CSVReader {
  private let source: SourceText
  private var offset: Int
  private var diagnostics: [Diagnostic] = []

  private init(_ source: SourceText) {
    self.source = source
    offset = source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Returns the records of a file, and what is wrong with its form.
  static func read(_ source: SourceText) -> (records: [RawRecord], diagnostics: [Diagnostic]) {
    var reader = CSVReader(source)
    guard let header = reader.row() else { return ([], reader.diagnostics) }
    var records: [RawRecord] = []
    while let row = reader.row() {
      guard row.contains(where: { !$0.text.isEmpty }) else { continue }
      let start = row[0].span.range.start
      let end = row[row.count - 1].span.range.end
      let span = SourceSpan(source: source, range: SourceRange(start: start, end: end))
      for cell in row.dropFirst(header.count) where !cell.text.isEmpty {
        reader.report("extra-cell", RecordMessages.extraCell(header.count), at: cell.span)
      }
      let cells = zip(header, row).filter { !$0.0.text.isEmpty || !$0.1.text.isEmpty }
        .map { (key: $0, value: $1.text.isEmpty ? .empty : RawRecord.Value.text($1)) }
      records.append(RawRecord(cells: cells, span: span))
      if records.count > RecordSchema.countLimit { break }
    }
    return (records, reader.diagnostics)
  }

  private mutating func report(_ id: String, _ message: LocalizedText, at span: SourceSpan) {
    diagnostics.append(Diagnostic(id, message, at: span))
  }

  /// Reads the next line that is not empty; `nil` at the end.
  private mutating func row() -> [RawRecord.Text]? {
    let bytes = source.utf8
    while offset < bytes.count, bytes[offset] == 0x0A || bytes[offset] == 0x0D { offset += 1 }
    guard offset < bytes.count else { return nil }
    var cells: [RawRecord.Text] = []
    while true {
      cells.append(cell())
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return cells }
      offset += 1
    }
  }

  /// Reads one cell and stops at the comma or line break after it.
  private mutating func cell() -> RawRecord.Text {
    let bytes = source.utf8
    let start = offset
    var text: [UInt8] = []
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      offset += 1
      while true {
        guard offset < bytes.count else {
          report("open-quote", RecordMessages.openQuote, at: span(start..<start + 1))
          break
        }
        let byte = bytes[offset]
        offset += 1
        if byte != UInt8(ascii: "\"") {
          text.append(byte)
        } else if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
          text.append(byte)
          offset += 1
        } else {
          break
        }
      }
    }
    while offset < bytes.count, !",\n\r".utf8.contains(bytes[offset]) {
      text.append(bytes[offset])
      offset += 1
    }
    return RawRecord.Text(
      text: String(decoding: text, as: UTF8.self).trimmingBlanks(), span: span(start..<offset))
  }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source, range: SourceRange(range))
  }
}
