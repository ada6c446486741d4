// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import YAMLTree

struct HostileInputTests {
  @Test func `expanding aliases is bounded`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(parse(text).diagnostics.map(\.id) == ["alias-limit"])
    #expect(
      parse(text.replacing("[", with: "{<<: [").replacing("]", with: "]}")).diagnostics.contains {
        $0.id == "alias-limit"
      })
  }

  @Test func `a long text counts when it is repeated`() {
    let text =
      "- &x " + String(repeating: "长", count: 100_000) + String(repeating: "\n- *x", count: 1_000)
    #expect(parse(text).diagnostics.map(\.id) == ["alias-limit"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `nesting is bounded`(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(parse(text).diagnostics.map(\.id) == ["nesting-limit"])
    let allowed = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(parse(allowed).diagnostics.isEmpty)
  }

  @Test func `nesting through aliases is bounded`() {
    var text = "- &a0 [x]\n"
    for level in 1...200 { text += "- &a\(level) [*a\(level - 1)]\n" }
    #expect(parse(text).diagnostics.map(\.id) == ["nesting-limit"])
  }

  @Test func `size and nodes are bounded`() {
    var limits = YAMLLimits()
    limits.size = 10
    #expect(parse("a: 12345678", limits: limits).diagnostics.map(\.id) == ["size-limit"])
    limits = YAMLLimits()
    limits.nodes = 5
    #expect(parse("[1, 2, 3, 4]", limits: limits).diagnostics.isEmpty)
    #expect(parse("[1, 2, 3, 4, 5]", limits: limits).diagnostics.map(\.id) == ["node-limit"])
  }

  @Test func `a node cannot contain itself`() {
    let diagnostics = parse("a: &a [1, *a]\nb: &b {c: *b}\n").diagnostics
    #expect(diagnostics.map(\.id) == ["recursive-alias", "recursive-alias"])
  }

  @Test func `what is no text is reported at its place and read on`() {
    let bytes =
      Array("a: x\u{7}y\nb: ".utf8) + [0xFF, 0xC0] + Array("\nc: 1\nd: a\u{2028}b\nc: 2\n".utf8)
    let stream = YAMLParser().parse(SourceText(name: "a.yaml", utf8: bytes))
    #expect(
      render(stream.diagnostics) == """
        a.yaml:1:5: error: [control-character] YAML must not contain the invisible character U+0007; remove it, or escape it in double quotes
        1 | a: x·y
          |     ^
        a.yaml:2:4: error: [invalid-utf8] a file must be UTF-8; these bytes are not
        2 | b: ��
          |    ^~
        a.yaml:4:5: error: [control-character] YAML must not contain the invisible character U+2028; remove it, or escape it in double quotes
        4 | d: a·b
          |     ^
        a.yaml:5:1: error: [duplicate-key] a mapping must not have the key 'c' twice
        5 | c: 2
          | ^
        a.yaml:3:1: note: it is first given here
        3 | c: 1
          | ^

        """)
    #expect(stream.documents[0].root["c"]?.text == "1")
  }

  @Test func `a damaged UTF-16 file is reported`() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0x00, 0xD8, 0x0A, 0]
    let stream = YAMLParser().parse(SourceText(name: "a.yaml", utf8: bytes))
    #expect(stream.diagnostics.map(\.id) == ["invalid-utf16"])
  }

  @Test func `many keys are checked without comparing each pair`() {
    var text = ""
    for index in 0..<50_000 { text += "key\(index): \(index)\n" }
    #expect(parse(text).diagnostics.isEmpty)
    #expect(parse(text + "key77: 1\n").diagnostics.map(\.id) == ["duplicate-key"])
  }

  @Test(arguments: [
    "a: &ro????], z\n", "- !!itext\n\n# c\r  D", "a: !<tag:x,y> b\n", "a: !b{c: d}\n",
    "%TAG ! x\n---\n!a b",
    "%YAML 3.0\n---\na: 1\n", "\u{0}", "\u{FEFF}\u{FEFF}a", "? [a]\n: b\n? {c: d}\n: e\n",
    "a: |1\n", "'", "\"\\",
    "- - -\n---\n...\n...\n", "{a, b: *c, <<: 1}", "!!map [a]", "a: !!int x\n",
    "\r\r\n\ra: b: c\rd: 1\r",
  ])
  func `no input is read outside its bytes`(text: String) {
    let stream = parse(text)
    for document in stream.documents { check(document.root) }
    for span in stream.diagnostics.compactMap(\.location) {
      #expect(Int(span.range.end) <= stream.source.utf8.count)
    }
  }

  private func check(_ node: YAMLNode) {
    #expect(node.range.start <= node.range.end)
    #expect(Int(node.range.end) <= node.document.source.utf8.count)
    let embedded = node.embeddedText
    #expect(embedded.utf8 == node.utf8)
    #expect(Int(embedded.span.range.end) <= node.document.source.utf8.count)
    for element in node.elements { check(element) }
    for pair in node.pairs {
      check(pair.key)
      check(pair.value)
    }
  }
}
