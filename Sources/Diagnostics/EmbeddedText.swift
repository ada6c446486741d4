// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A text that stands inside a source, with the way back to its place.
///
/// A rule in a YAML file is such a text: quoting, escapes, folding and indentation make its bytes
/// differ from the bytes of the file, and a message about the rule must point into the file.
package struct EmbeddedText: Sendable {
  /// A run of bytes that are the same in the text and in the source.
  package struct Segment: Sendable, Hashable {
    /// The offset in the text of the first byte of the run.
    package var textStart: UInt32
    /// The offset in the source of the same byte.
    package var sourceStart: UInt32

    package init(textStart: UInt32, sourceStart: UInt32) {
      self.textStart = textStart
      self.sourceStart = sourceStart
    }
  }

  /// The text as UTF-8, after unquoting.
  package let utf8: [UInt8]
  /// The source that it stands in.
  package let source: SourceText
  /// The runs in order of `textStart`, the first at 0.
  package let segments: [Segment]

  /// Creates a text from the runs that it is made of; without runs it starts at the source's start.
  package init(utf8: [UInt8], source: SourceText, segments: [Segment]) {
    self.utf8 = utf8
    self.source = source
    self.segments =
      segments.first?.textStart == 0 ? segments : [Segment(textStart: 0, sourceStart: 0)] + segments
  }

  /// Creates a text that is a whole source, such as an expression given on the command line.
  package init(whole source: SourceText) {
    self.init(utf8: source.utf8, source: source, segments: [])
  }

  /// The text, with invalid UTF-8 repaired.
  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Returns the place in the source of a range of the text.
  package func span(of range: SourceRange) -> SourceSpan {
    let start = sourceOffset(of: range.start)
    let end = range.end > range.start ? sourceOffset(of: range.end - 1) + 1 : start
    return SourceSpan(source: source, range: SourceRange(start: start, end: max(start, end)))
  }

  /// The place of the whole text in the source.
  package var span: SourceSpan { span(of: SourceRange(0..<utf8.count)) }

  private func sourceOffset(of textOffset: UInt32) -> UInt32 {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].textStart <= textOffset { low = middle } else { high = middle }
    }
    return segments[low].sourceStart + (textOffset - segments[low].textStart)
  }
}
