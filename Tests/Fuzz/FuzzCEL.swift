// Plumbline
// SPDX-License-Identifier: Apache-2.0

// Compiled together with Sources/Diagnostics, Sources/Chronology and Sources/CEL by run.sh, as one
// module.

/// Compiles, evaluates, explains and rewrites bytes as an expression; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCEL(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let source = EmbeddedText(whole: SourceText(name: "fuzz", utf8: bytes))
  let facts = FuzzFacts.shared
  let compilation = facts.environment.compile(source)
  for diagnostic in compilation.diagnostics { check(diagnostic.location) }
  if let program = compilation.program { run(program, facts) }
  if let program = facts.environment.compileUnchecked(source).program { run(program, facts) }
  return 0
}

private func run(_ program: Program, _ facts: FuzzFacts) {
  let result = program.evaluate(facts.activation)
  if case .error(let error) = result { check(program.source.span(of: error.range)) }
  let trace = program.explain(facts.activation)
  if trace.outcome != result.outcome { fatalError("the trace says \(trace.outcome)") }
  let text = program.tree.unparsed
  let again = EmbeddedText(whole: SourceText(name: "again", text))
  switch Parser.parse(again) {
  case .success(let tree):
    if tree.unparsed != text { fatalError("\(text) becomes \(tree.unparsed)") }
  case .failure(let error):
    // Parentheses that the writer adds may nest deeper than the expression did.
    let ids = error.diagnostics.map(\.id)
    if ids != ["nesting-too-deep"], ids != ["expression-too-large"] {
      fatalError("cannot read \(text): \(ids)")
    }
  }
}

/// Stops the program when a place is outside its source.
private func check(_ span: SourceSpan?) {
  guard let span else { return }
  if span.range.start > span.range.end || Int(span.range.end) > span.source.utf8.count {
    fatalError("\(span.range) is outside \(span.source.utf8.count) bytes")
  }
}

/// Variables of every type.
private struct FuzzFacts: Sendable {
  static let shared = FuzzFacts()

  let environment: CELEnvironment
  let activation: Activation

  init() {
    var limits = Limits()
    limits.cost = 20_000
    var environment = CELEnvironment(limits: limits)
    var activation = Activation()
    let record = RecordType(
      name: "r",
      fields: [
        .init("a", .int, documentation: LocalizedText(verbatim: "a")),
        .init("b", .string, documentation: LocalizedText(verbatim: "b"), isSensitive: true),
        .init("c", .list(.int), documentation: LocalizedText(verbatim: "c"), isOptional: true),
      ], identifyingField: "a")
    let values: [(String, CELType, CELValue)] = [
      ("x", .int, .int(7)), ("u", .uint, .uint(7)), ("d", .double, .double(1.5)),
      ("s", .string, .string("text 文本")), ("y", .bytes, .bytes([0, 255])), ("n", .null, .null),
      ("p", .bool, .bool(true)), ("l", .list(.int), .list([.int(1), .int(2), .int(3)])),
      ("m", .map(.string, .dyn), .map([(.string("k"), .int(1))])),
      ("r", .record(record), .record(record, ["a": .int(1), "b": .string("secret")])),
      ("t", .timestamp, .timestamp(Instant(seconds: 1_700_000_000))),
      ("w", .duration, .duration(nanoseconds: 5_400_000_000_000)),
      ("o", .optional(.int), .optional(.int(1))), ("a", .dyn, .list([.string("a"), .null])),
    ]
    for (name, type, value) in values {
      environment.declare(name, type)
      activation.bind(name, value)
    }
    environment.declare("z", .dyn)
    activation.bind("z", unknown: "evidence")
    self.environment = environment
    self.activation = activation
  }
}
