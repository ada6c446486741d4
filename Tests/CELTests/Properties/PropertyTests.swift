// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

@Suite struct PropertyTests {
  static let environment: CELEnvironment = {
    var limits = Limits()
    limits.cost = 100_000
    var environment = CELEnvironment(limits: limits)
    for name in ["p", "q", "missing", "broken"] { environment.declare(name, .bool) }
    environment.declare("n", .int)
    environment.declare("xs", .list(.int))
    environment.declare("m", .map(.string, .int))
    return environment
  }()

  static let activation: Activation = {
    var activation = Activation()
    activation.bind("p", .bool(true))
    activation.bind("q", .bool(false))
    activation.bind("missing", unknown: "evidence")
    activation.bind("broken", error: FunctionFailure(LocalizedText(verbatim: "broken")))
    activation.bind("n", .int(7))
    activation.bind("xs", .list([.int(1), .int(2), .int(7)]))
    activation.bind("m", .map([(.string("k"), .int(1))]))
    return activation
  }()

  static func program(
    _ text: String, _ environment: CELEnvironment = PropertyTests.environment
  ) throws -> Program {
    let compilation = environment.compile(TestEnvironment.source(text))
    return try #require(
      compilation.program, "\(text): \(compilation.diagnostics.map(\.message.en))")
  }

  /// Returns a result in short: the value, the kind of error, or the missing evidence.
  static func short(_ result: EvaluationResult) -> String {
    switch result {
    case .value(let value): value.description
    case .error(let error): error.code == .costLimit ? "cost" : "error"
    case .unknown(let set): "unknown \(set.evidence)"
    }
  }

  static let seeds = Array(UInt64(0)..<400)

  @Test(arguments: seeds) func `operands of && and || can change places`(_ seed: UInt64) throws {
    var random = RandomExpression(seed: seed)
    let (a, b) = (random.condition(3), random.condition(3))
    for sign in ["&&", "||"] {
      let first = try Self.program("(\(a)) \(sign) (\(b))").evaluate(Self.activation)
      let second = try Self.program("(\(b)) \(sign) (\(a))").evaluate(Self.activation)
      #expect(Self.short(first) == Self.short(second), "(\(a)) \(sign) (\(b))")
    }
  }

  @Test(arguments: seeds) func `computing when compiling changes no result`(_ seed: UInt64) throws {
    var random = RandomExpression(seed: seed)
    let text = random.condition(4)
    var plain = Self.environment
    plain.foldsConstants = false
    let folded = try Self.program(text).evaluate(Self.activation)
    let unfolded = try Self.program(text, plain).evaluate(Self.activation)
    #expect(Self.short(folded) == Self.short(unfolded), "\(text)")
  }

  @Test(arguments: seeds) func `a trace comes to what the evaluation came to`(
    _ seed: UInt64
  ) throws {
    var random = RandomExpression(seed: seed)
    let program = try Self.program(random.condition(4))
    let outcome = program.evaluate(Self.activation).outcome
    let trace = program.explain(Self.activation)
    #expect(trace.outcome == outcome)
    #expect(trace.root.outcome == outcome, "\(program.source.text)")
    if outcome == .unknown { #expect(!trace.missing.isEmpty) }
    // The root has children, elements or sides, unless the explanation was given up.
    #expect(trace.root.kind != .expression || program.tree.isLeaf, "\(program.source.text)")
  }

  @Test(arguments: seeds) func `writing a tree and reading it again gives the same tree`(
    _ seed: UInt64
  ) throws {
    var random = RandomExpression(seed: seed)
    let tree = try Self.program(random.condition(5)).tree
    let again = try Parser.parse(TestEnvironment.source(tree.unparsed)).get()
    #expect(again.structure == tree.structure, "\(tree.unparsed)")
  }

  @Test(arguments: [
    "a.b.?c[?0].d", "[?a, b]", "{?'k': a, 1u: b'\\xff'}", "-(-x)", "-(1)", "-1.5", "!(!a)",
    "a ? b : c ? d : e", "(a ? b : c) ? d : e", "a - (b - c)", "a - b - c", "(a || b) && c",
    "a || b && c", "`x`", ".a.b", "m.`a-b/c`", "x.map(i, i > 1, i * 2)", "a < b == c",
    "cel.bind(x, 1, x)", "o.optMap(v, v)", "'\\u00e9\\n\\\\'", "(-5).abs()", "-5 .abs()",
    "1e300 * 1e10", "x in [1] && !(x in [2])", "f(a)(b)", "has(a.b)", "\"\\\"\"",
  ]) func `each form of expression survives writing and reading`(_ text: String) throws {
    guard let tree = try? Parser.parse(TestEnvironment.source(text)).get() else { return }
    let again = try Parser.parse(TestEnvironment.source(tree.unparsed)).get()
    #expect(again.structure == tree.structure, "\(tree.unparsed)")
  }
}

extension SyntaxTree {
  /// The tree with every level in brackets and without ranges.
  fileprivate var structure: String { structure(of: root) }

  /// Whether the whole is one value or name.
  fileprivate var isLeaf: Bool {
    switch nodes[root].kind {
    case .literal, .identifier: true
    default: false
    }
  }

  private func structure(of id: Expression.ID) -> String {
    let children = nodes[id].kind.children.map { structure(of: $0) }.joined(separator: " ")
    let head: String =
      switch nodes[id].kind {
      case .literal(let value): "literal \(value)"
      case .identifier(let name, let isRooted): "name \(name) \(isRooted)"
      case .select(let select): "select \(select.field) \(select.isOptional)"
      case .has(let select): "has \(select.field)"
      case .index(_, _, let isOptional): "index \(isOptional)"
      case .call(let call): "call \(call.function) \(call.target != nil) \(call.isRooted)"
      case .logical(let sign, _): sign.rawValue
      case .conditional: "?:"
      case .list(let elements): "list \(elements.map(\.isOptional))"
      case .map(let entries): "map \(entries.map(\.isOptional))"
      case .message(let name, let fields): "message \(name) \(fields.map(\.name))"
      case .comprehension(let macro):
        "\(macro.name) \(macro.first.name) \(macro.second?.name ?? "") \(macro.condition != nil)"
      case .bind(let variable, _, _): "bind \(variable.name)"
      case .optionalMap(_, let variable, _, let isFlat): "optMap \(variable.name) \(isFlat)"
      }
    return "(\(head) \(children))"
  }
}
