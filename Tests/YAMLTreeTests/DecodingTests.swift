// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import YAMLTree

struct DecodingTests {
  enum Severity: String, CaseIterable, YAMLEnumeration {
    case low, medium, high
  }

  struct Period: YAMLTextDecodable {
    static let expectation = LocalizedText(zh: "形如 P180D 的时长", en: "a duration such as P180D")
    var days: Int

    init?(yamlText text: String) {
      guard text.hasPrefix("P"), text.hasSuffix("D"), let days = Int(text.dropFirst().dropLast())
      else { return nil }
      self.days = days
    }
  }

  struct Check: YAMLDecodable {
    var id: Located<String>
    var expect: EmbeddedText?

    init?(from node: YAMLNode, _ context: DecodingContext) {
      let subject = LocalizedText(zh: "检查项", en: "check")
      guard var map = context.mapping(node, of: subject) else { return nil }
      let id = map.required("id", Located<String>.self)
      expect = map.optional("expect")
      map.finish()
      guard let id else { return nil }
      self.id = id
    }
  }

  struct Control: YAMLDecodable {
    var id: String?
    var title: LocalizedText?
    var severity: Severity?
    var weight: Int
    var ratio: Double?
    var isDeferrable: Bool
    var retention: Period?
    var tags: [String]
    var levels: [Severity]
    var checks: [Check]
    var parameters: [YAMLEntry<Period>]

    init?(from node: YAMLNode, _ context: DecodingContext) {
      let subject = LocalizedText(zh: "控制", en: "control")
      guard var map = context.mapping(node, of: subject) else { return nil }
      id = map.required("id")
      title = map.required("title")
      severity = map.enumeration("severity")
      weight = map.optional("weight", in: 1...3) ?? 1
      ratio = map.optional("ratio", in: 0.0...)
      isDeferrable = map.optional("deferrable") ?? false
      retention = map.optional("retention")
      tags = map.list("tags")
      levels = map.list("levels")
      checks = map.list("checks", atLeast: 1)
      parameters = map.entries("parameters")
      map.finish()
    }
  }

  private func decode(_ text: String) -> (value: Control?, diagnostics: [Diagnostic]) {
    YAMLDecoder().decode(Control.self, from: SourceText(name: "c.yaml", text))
  }

  @Test func `a model reads one line per key`() throws {
    let (value, diagnostics) = decode(
      """
      id: DAT-1
      title: {zh: 日志, en: Logs}
      severity: high
      weight: 3
      ratio: 1
      deferrable: true
      retention: P180D
      tags: [a, no, 2026-01-01]
      levels: [low, medium]
      checks: [{id: one, expect: a > 1}]
      parameters: {short: P1D, long: P9D}
      """)
    #expect(render(diagnostics) == "")
    let control = try #require(value)
    #expect(control.title == LocalizedText(zh: "日志", en: "Logs"))
    #expect(control.severity == .high && control.weight == 3 && control.ratio == 1)
    #expect(control.isDeferrable && control.retention?.days == 180)
    #expect(control.tags == ["a", "no", "2026-01-01"])
    #expect(control.levels == [.low, .medium])
    #expect(control.checks[0].expect?.text == "a > 1")
    #expect(control.checks[0].id.span.position == SourcePosition(line: 10, column: 15))
    #expect(control.parameters.map(\.name) == ["short", "long"])
    #expect(control.parameters.map(\.value.days) == [1, 9])
  }

  @Test func `every error of a file is found`() throws {
    let snapshot = try Snapshot("decoding-errors.txt")
    let source = snapshot.text.split(separator: "-----\n", maxSplits: 1)[0]
    let diagnostics = decode(String(source)).diagnostics
    try snapshot.expect(source + "-----\n" + render(diagnostics) + render(diagnostics, .chinese))
  }

  @Test(arguments: [
    ("weight: 4", "out-of-range"), ("weight: 99999999999999999999", "out-of-range"),
    ("weight: 0x1FFFFFFFFFFFFFFFFFFFF", "out-of-range"), ("weight: 1e0", "wrong-type"),
    ("weight: 02", "leading-zero"), ("weight:", "wrong-type"), ("ratio: .nan", "wrong-type"),
    ("ratio: -1.5", "out-of-range"), ("deferrable: 'true'", "wrong-type"),
    ("tags: a", "wrong-type"), ("parameters: [a]", "wrong-type"),
    ("levels: [low, hgih]", "unknown-value"),
    ("? [a]\n: b", "invalid-key"), ("retention: P1M", "wrong-type"),
    ("retention: [P1D]", "wrong-type"),
    ("parameters: {{a: b}: P1D}", "invalid-key"),
  ])
  func `a wrong value is reported`(line: String, id: String) {
    let (_, diagnostics) = decode(
      "id: a\ntitle: {zh: a, en: b}\nseverity: low\nchecks: [{id: c}]\n" + line + "\n")
    #expect(diagnostics.map(\.id) == [id])
  }

  @Test func `a repair of a key or a value leaves no error`() {
    let (_, diagnostics) = decode(
      "id: 12\ntitel: {zh: a, en: b}\nseverity: hihg\ndeferrable: no\nchecks: [{id: c}]\n")
    #expect(
      diagnostics.map(\.id) == [
        "wrong-type", "unknown-key", "unknown-value", "wrong-type",
      ])
    let source = diagnostics[0].location!.source
    let mended = source.applying(diagnostics.flatMap(\.fixIts))
    #expect(render(YAMLDecoder().decode(Control.self, from: mended).diagnostics) == "")
  }

  @Test func `what a syntax error hid is not called missing`() {
    let (_, diagnostics) = decode("id: a\ntitle: x: y\nchecks: [{id: b}]\n")
    #expect(diagnostics.map(\.id) == ["unquoted-colon"])
  }

  @Test func `an undefined alias is reported once`() {
    let (_, diagnostics) = decode(
      "id: *a\ntitle: *b\nseverity: *c\nchecks: [*d, {id: e}]\nweight: *f\n")
    #expect(diagnostics.map(\.id) == Array(repeating: "undefined-alias", count: 5))
  }

  @Test func `merged keys are known keys`() {
    let (value, diagnostics) = decode(
      "title: &t {zh: a, en: b}\n<<: {id: a, severity: low, title: *t}\nchecks: [{id: c}]\n")
    #expect(render(diagnostics) == "")
    #expect(value?.id == "a")
  }

  @Test(arguments: [
    ("", "empty-document"), ("a: 1\n---\nb: 2\n", "several-documents"), ("- a", "wrong-type"),
  ])
  func `a file holds one model`(text: String, id: String) {
    #expect(decode(text).diagnostics.map(\.id).contains(id))
  }

  @Test func `a text in one language stands for both`() {
    let (value, diagnostics) = decode(
      "id: a\ntitle: {en: b, zh: ' '}\nseverity: low\nchecks: [{id: c}]\n")
    #expect(diagnostics.map(\.id) == ["missing-language"])
    #expect(value?.title == LocalizedText(zh: "b", en: "b"))
  }
}
