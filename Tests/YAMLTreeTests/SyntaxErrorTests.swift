// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import YAMLTree

/// Goldens of what an author reads; the caret is part of them.
struct SyntaxErrorTests {
  /// Each case of the file is a source and what is said about it in English, then in Chinese.
  @Test func `states the rule, the place and the repair`() throws {
    let snapshot = try Snapshot("syntax-errors.txt")
    let cases = snapshot.text.split(separator: "=====\n").map { part in
      let source = part.split(separator: "-----\n", maxSplits: 1)[0]
      let diagnostics = parse(String(source)).diagnostics
      let heads = render(diagnostics, .chinese).split(separator: "\n").filter {
        $0.hasPrefix("a.yaml")
      }
      return source + "-----\n" + render(diagnostics) + heads.map { $0 + "\n" }.joined()
    }
    try snapshot.expect(cases.joined(separator: "=====\n"))
  }

  @Test(arguments: [
    "title: foo: bar\n", "a:\n\tb: 1\n", "a: @b\n", "a: *.example.com\n", "a: \"C:\\dir\"\n",
    "key:value\nother: 1\n", "a: %x # c\n", "- it's: a: b\n",
  ])
  func `carrying out a repair leaves no error`(text: String) {
    let stream = parse(text)
    #expect(stream.diagnostics.count == 1)
    let mended = stream.source.applying(stream.diagnostics.flatMap(\.fixIts))
    #expect(render(YAMLParser().parse(mended).diagnostics) == "")
  }

  @Test func `finds an error in every part of the file`() {
    let stream = parse(
      """
      title: foo: bar
      list: [1, 2
      open: "no end
      same: 1
      map:
        a: 1
       b: 2
      same: 2
      alias: *nowhere
      tag: !what x
      ---
      a: @x
      good: 1
      """)
    #expect(
      stream.diagnostics.map(\.id) == [
        "unquoted-colon", "unclosed-bracket", "unclosed-quote", "yaml-syntax", "duplicate-key",
        "undefined-alias", "unknown-tag", "reserved-character",
      ])
    #expect(stream.documents.count == 2)
    #expect(stream.documents.map(\.isTruncated) == [true, true])
    #expect(stream.documents[0].root["map"]?["a"]?.text == "1")
    #expect(stream.documents[1].root["good"]?.scalar == .int(1))
  }

  @Test func `goes on at the next element of a list`() {
    let stream = parse("- id: a: b\n- id: c\n- id: \"d\n- id: e\n")
    #expect(stream.diagnostics.map(\.id) == ["unquoted-colon", "unclosed-quote"])
    let ids = stream.documents[0].root.elements.compactMap { $0["id"] }
    #expect(ids.map { $0.isPlaceholder ? "?" : $0.text } == ["?", "c", "?", "e"])
  }

  @Test func `an anchor that an error hid is not missed`() {
    let stream = parse("a: &x b: c\nd: *x\ne: *y\n")
    #expect(stream.diagnostics.map(\.id) == ["unquoted-colon", "undefined-alias"])
  }

  @Test func `stops after too many errors`() {
    let stream = parse(String(repeating: "a: b: c\n", count: 1_000))
    #expect(stream.diagnostics.count { $0.id == "unquoted-colon" } == YAMLLimits().syntaxErrors)
  }
}
