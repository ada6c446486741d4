// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Linter {
  /// A comparison of an expression with a constant.
  fileprivate struct Test {
    var subject: String
    var function: String
    var constant: CELValue
  }

  /// Warns of a chain whose comparisons of one expression exclude each other or cover everything.
  mutating func chain(
    _ id: Expression.ID, _ sign: Expression.LogicalOperator, _ operands: [Expression.ID]
  ) {
    let tests = operands.compactMap { test($0) }
    for (index, first) in tests.enumerated() {
      for second in tests[..<index] where second.subject == first.subject {
        // `a || b` covers everything when `!a && !b` is impossible.
        let (a, b) = sign == .and ? (first, second) : (first.negated, second.negated)
        guard let a, let b, Linter.exclude(a, b) || Linter.exclude(b, a) else { continue }
        warn(LintMessages.contradiction(first.subject, sign == .or), at: id)
        return
      }
    }
  }

  private func test(_ id: Expression.ID) -> Test? {
    guard case .call(let call) = checked.tree[id].kind, call.target == nil,
      call.arguments.count == 2
    else { return nil }
    let (left, right) = (call.arguments[0], call.arguments[1])
    if let constant = nodes[right]?.constant, nodes[left]?.constant == nil {
      return Test(subject: text(left), function: call.function, constant: constant)
    }
    guard let constant = nodes[left]?.constant, let mirrored = Linter.mirror[call.function] else {
      return nil
    }
    return Test(subject: text(right), function: mirrored, constant: constant)
  }

  private static let mirror = [
    "_==_": "_==_", "_!=_": "_!=_", "_<_": "_>_", "_<=_": "_>=_", "_>_": "_<_", "_>=_": "_<=_",
  ]

  /// Whether no value meets both.
  private static func exclude(_ a: Test, _ b: Test) -> Bool {
    if a.function == "_==_", b.function == "_==_" { return !a.constant.isEqual(to: b.constant) }
    if a.function == "_==_", b.function == "_!=_" { return a.constant.isEqual(to: b.constant) }
    guard let order = a.constant.order(b.constant) else { return false }
    switch (a.function, b.function) {
    case ("_==_", "_<_"), ("_>_", "_<_"), ("_>=_", "_<_"), ("_>_", "_<=_"):
      return order == .greater || order == .equal
    case ("_==_", "_<=_"), ("_>=_", "_<=_"): return order == .greater
    case ("_==_", "_>_"): return order == .less || order == .equal
    case ("_==_", "_>=_"): return order == .less
    default: return false
    }
  }
}

extension Linter.Test {
  private static let opposites = [
    "_==_": "_!=_", "_!=_": "_==_", "_<_": "_>=_", "_<=_": "_>_", "_>_": "_<=_", "_>=_": "_<_",
  ]

  /// The test that holds exactly when this one does not; `nil` where NaN spoils it.
  fileprivate var negated: Linter.Test? {
    if case .double = constant { return nil }
    guard let opposite = Linter.Test.opposites[function] else { return nil }
    return Linter.Test(subject: subject, function: opposite, constant: constant)
  }
}

/// What is known of numbers without facts: sizes and unsigned numbers are never below zero.
enum Bounds {
  /// Returns what a comparison always is, or `nil` when it depends on facts.
  static func truth(_ call: Expression.Call, in linter: Linter) -> Bool? {
    let (left, right) = (call.arguments[0], call.arguments[1])
    guard isSize(left, in: linter) || linter.checked.types[left] == .uint,
      let order = linter.nodes[right]?.constant?.order(.int(0))
    else { return nil }
    switch (call.function, order) {
    case ("_>=_", .equal), ("_>=_", .less), ("_>_", .less): return true
    case ("_<_", .equal), ("_<_", .less), ("_<=_", .less): return false
    default: return nil
    }
  }

  /// Whether an expression is a number of elements or characters.
  static func isSize(_ id: Expression.ID, in linter: Linter) -> Bool {
    if case .call(let call) = linter.checked.tree[id].kind {
      call.function == "size"
    } else {
      false
    }
  }
}
