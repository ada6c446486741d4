// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

struct EmbeddedTextTests {
  // A block scalar: two lines indented by four, folded into "a &&\nbad".
  private let embedded = EmbeddedText(
    utf8: Array("a &&\nbad".utf8),
    source: SourceText(name: "c.yaml", "expect: |\n    a &&\n    bad\n"),
    segments: [
      .init(textStart: 0, sourceStart: 14), .init(textStart: 5, sourceStart: 23),
    ])

  @Test(arguments: [(0..<1, 2, 5, "a"), (5..<8, 3, 5, "bad"), (2..<4, 2, 7, "&&")])
  func `maps a range back into the file`(range: Range<Int>, line: Int, column: Int, text: String) {
    let span = embedded.span(of: SourceRange(range))
    #expect(span.position == SourcePosition(line: line, column: column))
    #expect(span.source.text(in: span.range) == text)
  }

  @Test func `an empty range stays empty`() {
    #expect(embedded.span(of: SourceRange(5..<5)).range.count == 0)
  }
}
