// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// The text of a rule in lines that fit a terminal, each with the bytes that it shows.
///
/// A rule of one line that is too long is broken before `&&` and `||`, the outermost first. A rule
/// that was written in several lines keeps them, without the indentation that they share.
struct RuleLayout {
  /// One line.
  struct Line {
    /// The bytes of the rule.
    var range: Range<Int>
    /// The columns before it.
    var indent: Int
  }

  private let utf8: [UInt8]
  let lines: [Line]

  init(_ rule: String, width: Int) {
    utf8 = Array(rule.utf8)
    var written = RuleLayout.writtenLines(utf8)
    let margin = written.map(\.indent).min() ?? 0
    for index in written.indices { written[index].indent -= margin }
    let breaks = LogicalOperators.places(in: utf8)
    let text = utf8
    lines = written.flatMap { RuleLayout.wrap($0, text, breaks, width: width) }
  }

  /// The text of a line as it is shown, without indentation.
  func text(_ line: Line) -> String { shown(line.range) }

  /// The columns that a part of a line takes from the start of the line; `nil` outside of it.
  func columns(of part: Trace.Range, in line: Line) -> Range<Int>? {
    let start = max(part.start, line.range.lowerBound)
    let end = min(part.end, line.range.upperBound)
    guard start < end else { return nil }
    let first = shown(line.range.lowerBound..<start).terminalColumns + line.indent
    return first..<first + shown(start..<end).terminalColumns
  }

  private func shown(_ range: Range<Int>) -> String {
    RuleLayout.shown(utf8, range)
  }

  /// Tabs take the place of one blank, so that columns can be counted.
  private static func shown(_ utf8: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: utf8[range].map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
      .sanitizedForTerminal
  }

  private static func writtenLines(_ utf8: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for index in 0...utf8.count where index == utf8.count || utf8[index] == 0x0A {
      var first = start
      var last = index
      while first < last, isBlank(utf8[first]) { first += 1 }
      while last > first, isBlank(utf8[last - 1]) { last -= 1 }
      if first < last { lines.append(Line(range: first..<last, indent: first - start)) }
      start = index + 1
    }
    return lines
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// Breaks a line that is too long before the outermost operators in it.
  private static func wrap(
    _ line: Line, _ utf8: [UInt8], _ breaks: [(offset: Int, depth: Int)], width: Int
  ) -> [Line] {
    let inside = breaks.filter {
      line.range.contains($0.offset) && $0.offset > line.range.lowerBound
    }
    guard shown(utf8, line.range).terminalColumns + line.indent > width,
      let outermost = inside.map(\.depth).min()
    else { return [line] }
    var pieces: [Line] = []
    var start = line.range.lowerBound
    for offset in inside.filter({ $0.depth == outermost }).map(\.offset) + [line.range.upperBound] {
      var end = offset
      while end > start, isBlank(utf8[end - 1]) { end -= 1 }
      pieces.append(Line(range: start..<end, indent: line.indent + (pieces.isEmpty ? 0 : 2)))
      start = offset
    }
    // A piece starts with the operator, which is not broken at again.
    return pieces.flatMap { wrap($0, utf8, inside.filter { $0.depth > outermost }, width: width) }
  }
}
