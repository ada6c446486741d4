// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import YAMLTree

struct EmbeddedScalarTests {
  /// The mark stands before and after the word `bad` as it is written.
  @Test(arguments: [
    "e: a && 1️⃣bad2️⃣\n", "e: 'it''s 1️⃣bad2️⃣'\n", "e: \"日\\n\\u4e2d\\\"1️⃣bad2️⃣\"\n",
    "e: \"a\\\n   b 1️⃣bad2️⃣\"\n", "e: \"a \n\n\n  1️⃣bad2️⃣\"\n", "e: 'one\n  two\n  1️⃣bad2️⃣ x'\n",
    "e: one\n  two\n\n  1️⃣bad2️⃣\n", "e: |\n  one\n  1️⃣bad2️⃣\n", "e: |-\n\n    中\n      1️⃣bad2️⃣\n    x\n",
    "e: |2+\n    two\n  1️⃣bad2️⃣\n\n\n", "e: >\n  one\n  two\n\n  three\n    more 1️⃣bad2️⃣\n  x\n",
    "e: >-\n  中文\n\n\n  1️⃣bad2️⃣", "- e: |\n    one\r\n    1️⃣bad2️⃣\r\n", "e: &x !!str |\n  1️⃣bad2️⃣\n",
    "e: >\n  \n\n  one\n  \t1️⃣bad2️⃣\n  x\n", "e: \"\\xE9\\L 1️⃣bad2️⃣\"\n", "e: \"1️⃣bad2️⃣\"",
  ])
  func `a word is found where it is written`(marked: String) throws {
    let marked = MarkedText(marked)
    let stream = YAMLParser().parse(marked.source())
    #expect(stream.diagnostics.isEmpty)
    let root = stream.documents[0].root
    let node = try #require((root.elements.first ?? root)["e"])
    let embedded = node.embeddedText
    #expect(embedded.text == node.text)
    let start = try #require(embedded.text.firstRange(of: "bad")).lowerBound
    let offset = embedded.text.utf8.distance(from: embedded.text.startIndex, to: start)
    #expect(embedded.span(of: SourceRange(offset..<offset + 3)).range == marked[1, 2])
  }

  @Test(arguments: [
    "e: |\n  a +1️⃣2️⃣\n\nb: 1\n", "e: 'a +1️⃣2️⃣'\n", "e: a +1️⃣2️⃣\nb: 1\n", "e: >\n  a +1️⃣2️⃣\n",
  ])
  func `the end of a text is after its last character`(marked: String) {
    let marked = MarkedText(marked)
    let embedded = YAMLParser().parse(marked.source()).documents[0].root["e"]!.embeddedText
    let end = embedded.text.hasSuffix("\n") ? embedded.utf8.count - 1 : embedded.utf8.count
    #expect(embedded.span(of: SourceRange(end..<end)).range == marked[1, 2])
    #expect(
      embedded.span(of: SourceRange(embedded.utf8.count..<embedded.utf8.count)).range
        == marked[1, 2])
  }

  @Test func `a collection embeds nothing`() {
    #expect(root("[a]").embeddedText.utf8.isEmpty)
  }
}
