// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A half-open range of UTF-8 bytes in a source text.
///
/// Offsets are 32 bits wide so that a node of a large document stays small; no source is larger
/// than `SourceText.maximumSize`.
package struct SourceRange: Sendable, Hashable {
  /// The offset of the first byte.
  package var start: UInt32
  /// The offset just past the last byte.
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// A range from byte offsets, which must not be negative.
  package init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  /// The byte offsets, for slicing.
  package var bytes: Range<Int> { Int(start)..<Int(end) }

  /// The number of bytes.
  package var count: Int { Int(end) - Int(start) }

  /// Returns the smallest range that covers both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}

/// A place in a source text, counted as people count: from 1.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  package var line: Int
  /// The column in Unicode scalars, from 1.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// The text of an input file with its name, shared by all that points into it.
package final class SourceText: Sendable {
  /// The largest source in bytes: 1 GiB.
  package static let maximumSize = 1 << 30

  /// The path as the user knows it, or a name in angle brackets such as `<stdin>`.
  package let name: String

  /// The text as UTF-8.
  package let utf8: [UInt8]

  /// The offsets of the first byte of each line, in order.
  private let lineStarts: LineStarts

  package init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
    self.lineStarts = LineStarts()
  }

  package convenience init(name: String, _ text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  /// The number of lines; a text that ends in a line break does not open another line.
  package var lineCount: Int {
    let starts = lineStarts.offsets(in: utf8)
    return starts.last == utf8.count && starts.count > 1 ? starts.count - 1 : starts.count
  }

  /// Returns the position of a byte offset; an offset past the end gives the position of the end.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), utf8.count)
    let starts = lineStarts.offsets(in: utf8)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: scalarCount(in: starts[low]..<offset) + 1)
  }

  /// Returns the byte range of a line from 1, without its line break; empty for no such line.
  package func lineRange(_ line: Int) -> Range<Int> {
    let starts = lineStarts.offsets(in: utf8)
    guard line >= 1, line <= starts.count else { return utf8.count..<utf8.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Returns the text of a range, with invalid UTF-8 repaired.
  package func text(in range: Range<Int>) -> String {
    String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// Returns the text of a range, with invalid UTF-8 repaired.
  package func text(in range: SourceRange) -> String { text(in: range.bytes) }

  private func scalarCount(in range: Range<Int>) -> Int {
    utf8[range].count { $0 & 0xC0 != 0x80 }
  }
}
