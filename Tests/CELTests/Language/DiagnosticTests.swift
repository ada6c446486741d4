// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

@Suite struct DiagnosticTests {
  @Test(arguments: [
    ("sshd.permitrootlogn == 'no'", ["unknown-field: permitrootlogn -> permitrootlogin"]),
    ("shd.permitrootlogin == 'no'", ["undeclared-variable: shd -> sshd"]),
    ("s.startWith('a')", ["unknown-function: startWith -> startsWith"]),
    ("sshd.maxauthtries == 'no'", ["no-matching-overload: =="]),
    ("s + 1 == s", ["no-matching-overload: +"]),
    ("x && true", ["not-a-condition: x"]),
    ("x.all(y, true)", ["not-iterable: x"]),
    ("sshd[0] == 1", ["no-index: sshd[0]"]),
    ("x.name == 1", ["no-fields: name"]),
    ("xs['a'] == 1", ["wrong-index-type: 'a'"]),
    ("true ? x : s", ["different-branches: true ? x : s"]),
    ("{1.5: 2}", ["wrong-key-type: 1.5"]),
    ("duration('1d') > duration('1h')", ["invalid-literal: '1d'"]),
    ("s.matches('[')", ["invalid-literal: '['"]),
    ("t > timestamp('yesterday')", ["invalid-literal: 'yesterday'"]),
    ("a.b.C{x: 1}", ["unknown-type: a.b.C{x: 1}"]),
    (
      "shd.a == 1 && sshd.b == 2",
      ["undeclared-variable: shd -> sshd", "unknown-field: b"]
    ),
    ("startsWith('a', 'b')", ["no-matching-overload: startsWith"]),
    ("[1, 2].exists(i, v, w == i)", ["undeclared-variable: w"]),
  ]) func `an error marks what is wrong and suggests what was meant`(
    _ text: String, _ expected: [String]
  ) {
    #expect(TestEnvironment.diagnostics(text) == expected)
  }

  @Test(arguments: [
    ("1 +", "unexpected-end: "), ("x = 1", "unexpected-character: = -> =="),
    ("x & y", "unexpected-character: & -> &&"), ("'abc", "unterminated-text: '"),
    ("(1", "unexpected-end: "), ("1 2", "unexpected-token: 2"),
    (#"'\q'"#, #"invalid-escape: \q"#),
    ("9223372036854775808", "number-out-of-range: 9223372036854775808"),
    ("for + 1", "reserved-word: for"), ("!-x", "unexpected-token: -"),
    ("has(x)", "has-argument: x"), ("xs.all(x.y, true)", "macro-variable: x.y"),
    ("xs.exists(a, a, true)", "macro-variable: a"), ("x ? 1", "unexpected-end: "),
    ("§", "unexpected-character: §"), ("a.`b", "invalid-quoted-name: `b"),
  ]) func `a syntax error marks the first place that is not an expression`(
    _ text: String, _ expected: String
  ) {
    #expect(TestEnvironment.diagnostics(text) == [expected])
  }

  @Test(arguments: [
    ("x == 1 && x == 2", ["always-false: x == 1 && x == 2"]),
    ("x != 1 || x != 2", ["always-true: x != 1 || x != 2"]),
    ("x > 5 && x < 3", ["always-false: x > 5 && x < 3"]),
    ("x < 5 || x > 3", ["always-true: x < 5 || x > 3"]),
    ("3 > x && x >= 3", ["always-false: 3 > x && x >= 3"]),
    ("x == 1 || x == 2", []),
    ("x > 3 && x < 5", []),
    ("1 == 1", ["always-true: 1 == 1"]),
    ("true", ["always-true: true"]),
    ("x > 1 || true", ["always-true: x > 1 || true"]),
    ("x > 1 && true", ["always-true: true"]),
    ("x == x", ["always-true: x == x"]),
    ("d == d", []),
    ("size(s) >= 0", ["always-true: size(s) >= 0"]),
    ("xs.size() < 0", ["always-false: xs.size() < 0"]),
    ("u >= 0u", ["always-true: u >= 0u"]),
    ("has(sshd.maxauthtries)", ["has-is-always-true: has(sshd.maxauthtries)"]),
    ("has(sshd.banner)", []),
    ("has(labels.a)", []),
    ("t == null", ["never-equal: t == null"]),
    ("s.lowerAscii() == 'No'", ["never-equal: s.lowerAscii() == 'No'"]),
    ("s.lowerAscii() == 'no'", []),
    ("duration('1h') > duration('5m') && x > 1", ["always-true: duration('1h') > duration('5m')"]),
    ("[1, 2].all(i, i > 0) && x > 1", ["always-true: [1, 2].all(i, i > 0)"]),
  ]) func `a warning marks what does not depend on facts`(_ text: String, _ expected: [String]) {
    #expect(TestEnvironment.diagnostics(text) == expected)
  }

  @Test func `a result of another type than expected is an error`() {
    #expect(TestEnvironment.diagnostics("x + 1", expecting: .bool) == ["wrong-result-type: x + 1"])
    #expect(TestEnvironment.diagnostics("facts.y", expecting: .bool).isEmpty)
  }

  @Test func `an error in a rule points into the file that the rule stands in`() throws {
    let file = "checks:\n  - expect: >-\n      sshd.maxauthtries <= 4 &&\n      sshd.port == 22\n"
    let source = SourceText(name: "a.yaml", file)
    let text = "sshd.maxauthtries <= 4 && sshd.port == 22"
    let embedded = EmbeddedText(
      utf8: Array(text.utf8), source: source,
      segments: [
        .init(textStart: 0, sourceStart: 29), .init(textStart: 26, sourceStart: 61),
      ])
    let diagnostic = try #require(TestEnvironment.full.compile(embedded).diagnostics.first)
    let location = try #require(diagnostic.location)
    #expect(source.text(in: location.range) == "port")
    #expect(location.position == SourcePosition(line: 4, column: 12))
  }

  @Test func `a dear expression is marked at the loop that makes it dear`() throws {
    let inner = "packages.all(d, packages.all(e, e.name != a.name))"
    let rule = "packages.all(a, packages.all(b, packages.all(c, \(inner))))"
    let compilation = TestEnvironment.full.compile(TestEnvironment.source(rule))
    let cost = try #require(compilation.cost)
    #expect(cost.degree == 5)
    #expect(compilation.diagnostics.map(\.id) == ["expensive"])
    #expect(
      compilation.diagnostics.first?.location.map { $0.source.text(in: $0.range) }
        == "packages.all(e, e.name != a.name)")
  }
}
