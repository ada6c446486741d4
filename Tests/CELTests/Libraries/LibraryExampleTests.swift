// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

struct LibraryExampleTests {
  /// A documented use of a function or macro.
  struct Example: Sendable, CustomTestStringConvertible {
    var expression: String
    var result: String
    var testDescription: String { "\(expression) == \(result)" }
  }

  private static let examples: [Example] = FunctionLibrary.all.flatMap { library in
    library.functions.flatMap(\.overloads).flatMap(\.examples) + library.macros.flatMap(\.examples)
  }.map { Example(expression: $0.expression, result: $0.result) }

  @Test(arguments: examples)
  func `an example in the reference evaluates to its result`(_ example: Example) {
    let result = evaluate(example.expression)
    if example.result == "error" {
      #expect(result.value == nil)
      return
    }
    guard let value = result.value, let wanted = evaluate(example.result).value else {
      Issue.record("\(result.text)")
      return
    }
    #expect(value.isIdentical(to: wanted), "\(value)")
  }

  @Test(arguments: [
    #""x".matches("(")"#, #"timestamp("2026-02-30T00:00:00Z")"#, #"duration("1d")"#,
    #"cidr("10.0.0.0/33")"#, #"semver("1.0")"#, #"regex.extract("x", "(a)(b)")"#,
    #"timestamp(0).getHours("Mars/Olympus")"#, #""0644".isAtMost("888")"#, #"isoDuration("P1Y")"#,
  ])
  func `a bad literal is a diagnostic at the literal`(expression: String) throws {
    let compilation = CELEnvironment().compile(source(expression))
    let diagnostic = try #require(compilation.diagnostics.first)
    let location = try #require(diagnostic.location)
    #expect(location.source.text(in: location.range).hasPrefix(#"""#))
  }

  @Test(arguments: [
    #""x".matches(dyn("("))"#, #"duration(dyn("1d"))"#, #"ip(dyn("1.2.3"))"#,
    #"timestamp(0).getHours(dyn("../etc/passwd"))"#, #"dyn([1]).first() + 1"#,
    #"lists.range(10000000000)"#, #"["a", dyn(1)].join()"#, #"math.greatest([])"#,
    #"math.greatest("a", 1)"#, #"string(b"\xff")"#, #"9223372036854775807.isAtMost("0644")"#,
    #"dyn(ip("::1")).prefixLength()"#, #"dpkgVersion("1").isLessThan(dyn(rpmVersion("1")))"#,
  ])
  func `a computed argument that does not fit is an error`(expression: String) {
    #expect(evaluate(expression).value == nil)
  }

  @Test(arguments: [
    #"lists.range(100000).map(x, "aaaaaaaaaa").join("").matches("^(a|a)*b")"#,
    #"lists.range(1000).map(x, x).distinct().size() == 1000"#,
    #"sets.equivalent(lists.range(1000), lists.range(1000).reverse())"#,
  ])
  func `large inputs are within the cost of one evaluation`(expression: String) {
    #expect(evaluate(expression).value != nil)
  }

  @Test(arguments: [
    // Each step doubles or squares the text: the limits stop it before memory ends.
    #"cel.bind(a, lists.range(1000).map(x, "aaaaaaaaaa").join(""), cel.bind(b, a.replace("a", a), b.replace("a", b)))"#,
    #"lists.range(1000).map(x, lists.range(1000)).map(y, [y, y]).flatten(9).size() > 0"#,
    #"cel.bind(a, lists.range(1000).map(x, "aaaaaaaaaa").join(""), lists.range(100000).map(x, a).join(""))"#,
  ])
  func `texts and lists cannot grow without bound`(expression: String) {
    #expect(evaluate(expression).value == nil)
  }

  private func evaluate(_ expression: String) -> EvaluationOutcome {
    let compilation = CELEnvironment().compile(source(expression))
    guard let program = compilation.program else {
      let texts = compilation.diagnostics.map(\.message.en)
      return EvaluationOutcome(value: nil, text: texts.joined(separator: "; "))
    }
    switch program.evaluate(Activation()) {
    case .value(let value): return EvaluationOutcome(value: value, text: "\(value)")
    case .error(let error): return EvaluationOutcome(value: nil, text: error.message.en)
    case .unknown(let set): return EvaluationOutcome(value: nil, text: "\(set)")
    }
  }

  private func source(_ expression: String) -> EmbeddedText {
    EmbeddedText(whole: SourceText(name: "example", expression))
  }

  /// A value, or the text of what stood in its way.
  private struct EvaluationOutcome {
    var value: CELValue?
    var text: String
  }
}
