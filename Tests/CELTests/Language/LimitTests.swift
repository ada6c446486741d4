// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

@Suite struct LimitTests {
  @Test(arguments: [
    String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000),
    String(repeating: "[", count: 5_000), String(repeating: "!", count: 5_000) + "true",
    String(repeating: "1 + ", count: 5_000) + "1", String(repeating: "-", count: 5_000) + "1",
    "x" + String(repeating: ".y", count: 5_000), "x" + String(repeating: "[0]", count: 5_000),
    String(repeating: "true ? 1 : ", count: 5_000) + "1",
    String(repeating: "{1: ", count: 5_000),
    String(repeating: "xs.all(x, ", count: 5_000),
  ]) func `nesting is limited`(_ text: String) {
    let ids = TestEnvironment.diagnostics(text).map { $0.prefix { $0 != ":" } }
    #expect(ids == ["nesting-too-deep"])
  }

  @Test func `a long chain of one logical operator does not nest`() throws {
    let text = Array(repeating: "x > 1", count: 2_000).joined(separator: " || ")
    #expect(TestEnvironment.full.compile(TestEnvironment.source(text)).program != nil)
  }

  @Test func `a long expression is refused`() {
    let text = "'" + String(repeating: "a", count: 100_000) + "'"
    #expect(
      TestEnvironment.diagnostics(text).map { $0.prefix { $0 != ":" } } == ["expression-too-large"])
  }

  @Test(arguments: [
    "xs.all(a, xs.all(b, xs.all(c, a + b + c >= 0)))",
    "lists.range(900000).map(a, lists.range(900000)).size() > 0",
    "xs.map(a, xs).map(a, a + a + a).map(b, b + b).flatten().size() > 0 && xs.all(a, xs.all(b, xs.map(c, c).size() > 0))",
  ]) func `an evaluation that costs too much ends with an error`(_ text: String) throws {
    var environment = TestEnvironment.full
    environment = CELEnvironment(limits: .init(cost: 200_000))
    environment.declare("xs", .list(.int))
    let program = try #require(
      environment.compile(TestEnvironment.source(text)).program)
    var activation = Activation()
    activation.bind("xs", .list((0..<500).map { .int($0) }))
    guard case .error(let error) = program.evaluate(activation) else {
      Issue.record("no error")
      return
    }
    #expect(error.code == .costLimit)
  }

  @Test func `a logical operator does not absorb the end of the budget`() throws {
    var environment = CELEnvironment(limits: .init(cost: 1_000))
    environment.declare("xs", .list(.int))
    let program = try #require(
      environment.compile(TestEnvironment.source("xs.all(x, x >= 0) || true == (size(xs) > 0)"))
        .program)
    var activation = Activation()
    activation.bind("xs", .list((0..<5_000).map { .int($0) }))
    guard case .error(let error) = program.evaluate(activation) else {
      Issue.record("no error")
      return
    }
    #expect(error.code == .costLimit)
  }

  @Test func `the cost grows with the work`() throws {
    let program = try TestEnvironment.program("xs.all(x, x >= 0)")
    var activation = Activation()
    activation.bind("xs", .list((0..<10).map { .int($0) }))
    let small = program.evaluateCounting(activation).cost
    activation.bind("xs", .list((0..<1_000).map { .int($0) }))
    let large = program.evaluateCounting(activation).cost
    #expect(small > 10 && large > 99 * small - 1_000 && large < 101 * small)
  }
}

extension Limits {
  fileprivate init(cost: Int) {
    self.init()
    self.cost = cost
  }
}
