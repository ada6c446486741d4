// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
import FoundationEssentials
import Testing

@testable import Commands

@Suite struct EvaluationTests {
  private static let terminal = Terminal(language: .english, isQuiet: true, environment: [:])

  private static func facts() throws -> EvaluationFacts {
    var facts = EvaluationFacts(asOf: try #require(Instant("2026-11-23T00:00:00Z")))
    try facts.add(
      yaml: SourceText(
        name: "app.yaml",
        """
        users:
          - name: root
            mfa: true
          - {name: wang, mfa: false}
        tls: {min: "1.2", max-age: 10}
        for: 3
        """))
    return facts
  }

  private static func evaluate(_ text: String, explains: Bool = false) throws -> EvaluationOutcome {
    EvaluationOutcome(
      EmbeddedText(whole: SourceText(name: "expression", text)), in: try facts(),
      explains: explains)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var expression: String
    var value: String?
    var status: Commands.ExitStatus
    var diagnostics: [String] = []
    var testDescription: String { expression }
  }

  static let cases = [
    Case(expression: "users.size()", value: "2", status: .clean),
    Case(expression: "users.all(u, u.mfa)", value: "false", status: .findings),
    Case(expression: "1 + 1 == 2", value: "true", status: .clean),
    Case(expression: #"data["for"] + tls.`max-age`"#, value: "13", status: .clean),
    Case(expression: "as_of.getFullYear()", value: "2026", status: .clean),
    Case(
      expression: "users.exists(u, u.mfa) || true", value: "true", status: .clean,
      diagnostics: ["always-true"]),
    Case(expression: "tls.mim == 1", status: .failure, diagnostics: ["no-such-key"]),
    Case(expression: "usrs", status: .failure, diagnostics: ["undeclared-variable"]),
    Case(expression: "1 +", status: .failure, diagnostics: ["unexpected-end"]),
  ]

  @Test(arguments: cases) func `tells value, exit code and mistakes`(_ row: Case) throws {
    let outcome = try Self.evaluate(row.expression)
    #expect(outcome.value?.description == row.value)
    #expect(outcome.status == row.status)
    #expect(outcome.diagnostics.map(\.id) == row.diagnostics)
  }

  @Test func `an error points at its place and offers the repair`() throws {
    let outcome = try Self.evaluate("tls.mim == 1")
    #expect(
      DiagnosticRenderer(language: .english).render(outcome.diagnostics) == """
        expression:1:5: error: [no-such-key] no such key or field 'mim'
        1 | tls.mim == 1
          |     ^~~ did you mean 'min'?

        """)
  }

  @Test func `an explanation names the line of the file`() throws {
    let outcome = try Self.evaluate("users.all(u, u.mfa)", explains: true)
    let text = EvaluationText(terminal: Self.terminal).text(outcome, try Self.facts())
    #expect(
      text == """
        false

        users.all(u, u.mfa)
        └───── false ─────┘

        ✘ 1 of 2 users breaks  u.mfa
          [1]  name "wang"   app.yaml:4
            ✘ u.mfa          app.yaml:4

        """)
  }

  @Test func `the tree shows every part with its type`() throws {
    let outcome = try Self.evaluate(#"users.all(u, u.mfa) && (has(tls.x) ? 1 : 2) == 2"#)
    let program = try #require(outcome.compilation.program)
    #expect(
      SyntaxTreeText.text(of: program.tree, program) == """
        &&               bool
        ├─ all u         bool
        │  ├─ users      dyn
        │  └─ .mfa       dyn
        │     └─ u       dyn
        └─ ==            bool
           ├─ ? :        int
           │  ├─ has .x  bool
           │  │  └─ tls  dyn
           │  ├─ 1       int
           │  └─ 2       int
           └─ 2          int

        """)
  }

  @Test func `values become JSON`() throws {
    let text = #"[1, 2.5, "a", b"a", null, {"k": duration("90s")}, optional.none(), 1u, int]"#
    let json = EvaluationRecord(try Self.evaluate(text)).json
    struct Record: Decodable {
      var outcome: String
      var type: String
      var value: [Item]
    }
    enum Item: Decodable, Equatable {
      case text(String)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
          self = .text("null")
        } else if let text = try? container.decode(String.self) {
          self = .text(text)
        } else if let number = try? container.decode(Double.self) {
          self = .text("\(number)")
        } else {
          self = .text("\(try container.decode([String: String].self))")
        }
      }
    }
    let record = try JSONDecoder().decode(Record.self, from: Data(json.utf8))
    #expect(record.outcome == "value")
    let texts = ["1.0", "2.5", "a", "YQ==", "null", #"["k": "90s"]"#, "null", "1.0", "int"]
    #expect(record.value == texts.map { .text($0) })
  }

  @Test(arguments: [
    ("a", false), ("a +", true), ("f(1,", true), ("[1", true), (#""""a"#, true), (#""a"#, false),
    ("a ? b", true), ("a)", false), ("", false),
  ]) func `an unfinished expression goes on in the next line`(text: String, isMissing: Bool) {
    #expect(ExpressionEnd.isMissing(in: text) == isMissing)
  }
}
