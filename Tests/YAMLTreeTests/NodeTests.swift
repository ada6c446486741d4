// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import YAMLTree

struct NodeTests {
  @Test func `a merge key contributes pairs that explicit keys override`() {
    let root = root(
      """
      one: &one {a: 1, b: 1}
      two: &two {b: 2, c: 2}
      use:
        <<: [*one, *two]
        a: own
        d: own
      nested: {<<: {<<: *two, c: 3}}
      quoted: {"<<": *one}
      """)
    let pairs = root["use"]!.pairs.map { "\($0.key.text)=\($0.value.text)" }
    #expect(pairs == ["a=own", "d=own", "b=1", "c=2"])
    #expect(root["use"]?["c"]?.text == "2")
    #expect(root["use"]?["<<"] == nil)
    #expect(root["nested"]!.pairs.map { $0.key.text + $0.value.text } == ["c3", "b2"])
    #expect(root["quoted"]!.pairs.map(\.key.text) == ["<<"])
  }

  @Test func `an anchor can be set anew`() {
    let root = root("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")
    #expect(root["b"]?.text == "1")
    #expect(root["d"]?.text == "2")
    #expect(root["c"]?.anchor == "x")
  }

  @Test func `an alias may be a key`() {
    #expect(root("- &k name\n- {*k : 1}\n").elements[1]["name"]?.text == "1")
  }

  @Test func `a stream has several documents`() {
    let stream = parse("a: 1\n---\n- b\n...\n---\n---\n中\n")
    #expect(stream.diagnostics.isEmpty)
    #expect(stream.documents.map(\.root.kind) == [.mapping, .sequence, .scalar, .scalar])
    #expect(stream.documents[2].root.isNull)
    #expect(stream.documents[3].root.text == "中")
    #expect(parse("").documents.isEmpty)
    #expect(parse("# nothing\n").documents.isEmpty)
  }

  @Test func `anchors do not reach into the next document`() {
    #expect(parse("&a x\n---\n*a\n").diagnostics.map(\.id) == ["undefined-alias"])
  }

  @Test func `styles, tags and counts are kept`() {
    let root = root("- a\n- 'b'\n- \"c\"\n- |\n  d\n- >\n  e\n- [1, 2]\n- {a: 1}\n- !!str f\n")
    #expect(
      root.elements.map(\.style) == [
        .plain, .singleQuoted, .doubleQuoted, .literal, .folded, .flow, .flow, .plain,
      ])
    #expect(root.style == .block && root.count == 8)
    #expect(root.elements[7].tag == "tag:yaml.org,2002:str")
    #expect(root.elements[5].count == 2 && root.elements[6].count == 1)
  }

  @Test(arguments: [
    "UTF-8 with a mark", "UTF-16LE", "UTF-16BE", "UTF-16LE without a mark", "UTF-32LE",
  ])
  func `reads every encoding alike`(encoding: String) {
    let text = "标题: 日志 𠮷\nb: [1]\n"
    let bytes: [UInt8] =
      switch encoding {
      case "UTF-8 with a mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "UTF-16LE": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "UTF-16BE": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case "UTF-32LE":
        [0xFF, 0xFE, 0, 0]
          + text.unicodeScalars.flatMap { scalar in
            (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xFF) }
          }
      default: ("a: x\n" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      }
    let stream = YAMLParser().parse(SourceText(name: "a.yaml", utf8: bytes))
    #expect(stream.diagnostics.isEmpty)
    let title = stream.documents[0].root.pair("标题")
    #expect(title?.value.text == "日志 𠮷")
    #expect(title.map { $0.key.span.position.column } == 1)
    #expect(title.map { stream.source.text(in: $0.value.range) } == "日志 𠮷")
  }
}
