// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

struct DiagnosticRendererTests {
  private let source = SourceText(
    name: "Controls/a.yaml", "id: A\n标题: 日志 remediaton: x\nend\n")

  private func location(of text: String) -> SourceSpan {
    let start = source.text(in: 0..<source.utf8.count).utf8Offset(of: text)
    return SourceSpan(source: source, range: SourceRange(start..<start + text.utf8.count))
  }

  @Test func `shows place, rule, excerpt and caret under wide characters`() {
    let diagnostic = Diagnostic(
      "unknown-key",
      LocalizedText(zh: "没有名为 'remediaton' 的键", en: "unknown key 'remediaton'"),
      at: location(of: "remediaton"),
      notes: [
        .init(
          LocalizedText(zh: "控制始于此处", en: "the control starts here"),
          at: location(of: "id"))
      ],
      fixIts: [
        .init(
          LocalizedText(zh: "是否想写 'remediation'？", en: "did you mean 'remediation'?"),
          edits: [.init(replace: location(of: "remediaton").range, with: "remediation")])
      ])
    #expect(
      DiagnosticRenderer(language: .english).render([diagnostic]) == """
        Controls/a.yaml:2:8: error: [unknown-key] unknown key 'remediaton'
        2 | 标题: 日志 remediaton: x
          |            ^~~~~~~~~~ did you mean 'remediation'?
        Controls/a.yaml:1:1: note: the control starts here
        1 | id: A
          | ^~

        """)
    #expect(
      DiagnosticRenderer(language: .chinese).render([diagnostic]).hasPrefix(
        "Controls/a.yaml:2:8: 错误: [unknown-key] 没有名为 'remediaton' 的键\n"))
  }

  @Test func `orders by position and counts what is beyond the limit`() {
    var renderer = DiagnosticRenderer(language: .english)
    renderer.limit = 1
    let text = renderer.render(
      ["end", "id"].map { word in
        Diagnostic("r", LocalizedText(verbatim: word), at: location(of: word))
      })
    #expect(text == "Controls/a.yaml:1:1: error: [r] id\n1 | id: A\n  | ^~\n1 more not shown\n")
  }

  @Test func `hostile text cannot steer the terminal`() {
    let hostile = SourceText(name: "a\u{1B}[2J", "x\u{202E}\u{1B}]0;owned\u{7}y\n")
    let text = DiagnosticRenderer(language: .english).render([
      Diagnostic(
        "r", LocalizedText(verbatim: "bad \u{1B}[31m"),
        at: SourceSpan(source: hostile, range: SourceRange(0..<1)))
    ])
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeForTerminal })
  }

  @Test(arguments: [
    ("remediaton", "remediation"), ("titel", "title"), ("permitrootlogin", "PermitRootLogin"),
  ])
  func `suggests the nearest word`(word: String, expected: String) {
    let words = ["remediation", "title", "PermitRootLogin", "weight"]
    #expect(SpellingSuggestion.nearest(to: word, in: words) == expected)
  }

  @Test func `suggests nothing far away`() {
    #expect(SpellingSuggestion.nearest(to: "colour", in: ["weight", "title"]) == nil)
  }

  @Test(arguments: [(0, 1, 1), (5, 1, 6), (6, 2, 1), (9, 2, 2), (35, 3, 1), (1_000, 4, 1)])
  func `counts lines and scalars from one`(offset: Int, line: Int, column: Int) {
    #expect(source.position(at: offset) == SourcePosition(line: line, column: column))
  }
}

extension String {
  /// The byte offset of the first occurrence.
  fileprivate func utf8Offset(of text: String) -> Int {
    utf8.distance(from: startIndex, to: firstRange(of: text)!.lowerBound)
  }
}
