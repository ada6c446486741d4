// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

@Suite struct UnknownTests {
  static func evaluate(_ text: String) throws -> String {
    var environment = CELEnvironment()
    for name in ["a", "b", "bad", "yes", "no", "xs"] { environment.declare(name, .dyn) }
    let program = try #require(environment.compile(TestEnvironment.source(text)).program)
    var activation = Activation()
    activation.bind("a", unknown: "ssh config")
    activation.bind("b", unknown: "packages")
    activation.bind("bad", error: FunctionFailure(LocalizedText(verbatim: "broken")))
    activation.bind("yes", .bool(true))
    activation.bind("no", .bool(false))
    activation.bind("xs", .list([.int(1), .int(2)]))
    switch program.evaluate(activation) {
    case .value(let value): return value.description
    case .error(let error): return "error \(error.code.rawValue)"
    case .unknown(let set): return "unknown \(set.evidence.joined(separator: ", "))"
    }
  }

  @Test(arguments: [
    ("a && no", "false"), ("no && a", "false"), ("a && yes", "unknown ssh config"),
    ("a || yes", "true"), ("a || no", "unknown ssh config"),
    ("a || b", "unknown packages, ssh config"), ("a == b", "unknown packages, ssh config"),
    ("a && bad", "unknown ssh config"), ("bad && a", "unknown ssh config"),
    ("a == bad", "error evidence-error"), ("bad == a", "error evidence-error"),
    ("[a, 1 / 0]", "error division-by-zero"), ("a ? 1 : 2", "unknown ssh config"),
    ("yes ? 1 : a", "1"), ("!a", "unknown ssh config"), ("a.b.c[0] == 1", "unknown ssh config"),
    ("has(a.b)", "unknown ssh config"), ("a.all(x, true)", "unknown ssh config"),
    ("xs.all(x, x == 1 || a)", "unknown ssh config"), ("xs.all(x, x == 7 && a)", "false"),
    ("xs.exists(x, x == 2 || a)", "true"), ("xs.exists(x, a && x == 5)", "false"),
    ("xs.map(x, a)", "unknown ssh config"),
    ("xs.map(x, x == 2 ? 1 / 0 : a)", "error division-by-zero"),
    ("xs.exists_one(x, x == 1 || a)", "unknown ssh config"),
    ("cel.bind(v, a, yes)", "true"), ("cel.bind(v, a, v == 1)", "unknown ssh config"),
    ("cel.bind(v, 1 / 0, yes || v == 1)", "true"), ("no || 1 / 0 == 1", "error division-by-zero"),
    ("1 / 0 == 1 || yes", "true"),
  ]) func `missing evidence is neither an error nor an answer`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try Self.evaluate(text) == expected)
  }

  @Test func `an unbound variable is an error`() throws {
    let program = try TestEnvironment.program("x > 1")
    guard case .error(let error) = program.evaluate(Activation()) else {
      Issue.record("no error")
      return
    }
    #expect(error.code == .unboundVariable)
  }

  @Test func `a variable that was known before can be missing in the next evaluation`() throws {
    let program = try TestEnvironment.program("x > 1")
    var known = Activation()
    known.bind("x", .int(2))
    var missing = Activation()
    missing.bind("x", unknown: "x")
    for _ in 0..<3 {
      #expect(program.evaluate(known).outcome == .true)
      #expect(program.evaluate(missing).outcome == .unknown)
    }
  }
}
