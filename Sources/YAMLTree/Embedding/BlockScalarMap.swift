// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Finds where each line of a block scalar's text is written.
///
/// A line without its indentation stands in the text as it is; between two lines there are only
/// line breaks, or the space that folding makes of one.
struct BlockScalarMap {
  private let bytes: [UInt8]
  private let text: [UInt8]
  private let end: Int
  private var textOffset = 0

  /// Maps the text of the scalar whose range, header included, is given.
  static func map(
    _ text: [UInt8], _ source: SourceText, _ range: Range<Int>
  ) -> [EmbeddedText.Segment] {
    var reader = BlockScalarMap(bytes: source.utf8, text: text, end: range.upperBound)
    return reader.segments(from: range.lowerBound)
  }

  private init(bytes: [UInt8], text: [UInt8], end: Int) {
    self.bytes = bytes
    self.text = text
    self.end = end
  }

  private mutating func segments(from start: Int) -> [EmbeddedText.Segment] {
    var map: [EmbeddedText.Segment] = []
    let lines = lines(from: start)
    guard let indent = indentation(of: lines) else {
      return [.init(textStart: 0, sourceStart: UInt32(end))]
    }
    for line in lines {
      let content = min(line.lowerBound + indent, line.upperBound)..<line.upperBound
      if content.isEmpty { continue }
      skipToContent(startingWith: bytes[content.lowerBound])
      map.append(
        .init(textStart: UInt32(textOffset), sourceStart: UInt32(content.lowerBound)))
      textOffset += content.count
    }
    // An error at the end of the text belongs after the last line, not into the line that follows.
    for textEnd in Set([textOffset, text.count]).sorted() {
      map.append(.init(textStart: UInt32(textEnd), sourceStart: UInt32(end)))
    }
    return map
  }

  private mutating func skipToContent(startingWith first: UInt8) {
    while textOffset < text.count, text[textOffset] == 0x0A { textOffset += 1 }
    let isIndented = first == 0x20 || first == 0x09
    if !isIndented, textOffset < text.count, text[textOffset] == 0x20 { textOffset += 1 }
  }

  /// Returns the lines after the header, without their line breaks.
  private func lines(from start: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var offset = start
    while offset < end, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    while offset < end {
      offset += bytes[offset] == 0x0D && offset + 1 < end && bytes[offset + 1] == 0x0A ? 2 : 1
      let first = offset
      while offset < end, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      lines.append(first..<offset)
    }
    return lines
  }

  /// Returns the indentation that the text lacks, told by its first line that is not blank.
  private func indentation(of lines: [Range<Int>]) -> Int? {
    let kept = text.split(separator: 0x0A).first { $0.contains { $0 != 0x20 } }
    let written = lines.first { bytes[$0].contains { $0 != 0x20 } }
    guard let kept, let written else { return nil }
    return max(0, blanks(bytes[written]) - blanks(kept))
  }

  private func blanks(_ line: ArraySlice<UInt8>) -> Int { line.prefix { $0 == 0x20 }.count }
}
