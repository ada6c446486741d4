// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The line of a location as a terminal shows it, with a caret line that aligns under it.
struct SourceExcerpt {
  /// The line number, from 1.
  let line: Int
  /// The line, cut to the width, without control characters.
  let text: String
  /// The blanks before the marker.
  let padding: String
  /// The caret and its tail, such as `^~~~`.
  let marker: String

  init(_ location: SourceSpan, width: Int) {
    let source = location.source
    let position = location.position
    line = position.line
    let lineRange = source.lineRange(position.line)
    let end = min(max(Int(location.range.end), lineRange.lowerBound), lineRange.upperBound)
    let start = min(Int(location.range.start), lineRange.upperBound)
    var before = Self.visible(source.text(in: lineRange.lowerBound..<start))
    let marked = Self.visible(source.text(in: start..<max(start, end)))
    var after = Self.visible(source.text(in: max(start, end)..<lineRange.upperBound))
    if before.count > width / 2 { before = ["…"] + before.suffix(width / 2) }
    let shown = marked.prefix(width)
    let room = max(0, width - before.count - shown.count)
    if after.count > room { after = after.prefix(room) + ["…"] }
    text = String(String.UnicodeScalarView(before + shown + after))
    padding = String(repeating: " ", count: Self.columns(before))
    marker = "^" + String(repeating: "~", count: max(0, Self.columns(Array(shown)) - 1))
  }

  /// Returns the scalars with control and format characters replaced by a dot and tabs by a blank.
  private static func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      if scalar == "\t" { return " " }
      return scalar.isUnsafeForTerminal ? "·" : scalar
    }
  }

  /// Returns the width in terminal columns: East Asian wide characters take two.
  private static func columns(_ scalars: [Unicode.Scalar]) -> Int {
    scalars.reduce(0) { $0 + $1.terminalColumns }
  }
}
