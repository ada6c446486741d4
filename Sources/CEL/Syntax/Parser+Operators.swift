// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Parser {
  /// Reads `condition ? then : otherwise` or anything that binds tighter.
  ///
  /// One level of brackets takes five calls, so that the nesting limit is all the stack needs.
  mutating func parseExpression() throws(SyntaxError) -> Expression.ID {
    try descend()
    let start = token.range.start
    var result = try parseOperators(.or)
    if try accept(.question) {
      let then = try parseOperators(.or)
      try expect(.colon, ":")
      let otherwise = try parseExpression()
      result = try add(
        .conditional(condition: result, then: then, otherwise: otherwise), from: start)
    }
    depth -= 1
    return result
  }

  /// How tight an operator binds.
  private enum Precedence: Int {
    case or, and, relation, sum, product, unary

    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
  }

  /// Reads operators that bind at least as tight as one, from left to right.
  private mutating func parseOperators(
    _ minimum: Precedence
  ) throws(SyntaxError) -> Expression.ID {
    let start = token.range.start
    var left = try parseUnary()
    while let (function, precedence) = binaryOperator(), precedence.rawValue >= minimum.rawValue {
      let sign = token
      if precedence.rawValue <= Precedence.and.rawValue {
        var operands = [left]
        while try accept(sign.kind) { operands.append(try parseOperators(precedence.tighter)) }
        left = try addChain(precedence == .and ? .and : .or, operands, from: start)
      } else {
        try advance()
        let right = try parseOperators(precedence.tighter)
        left = try add(
          .call(.init(function: function, functionRange: sign.range, arguments: [left, right])),
          from: start)
      }
    }
    return left
  }

  /// Adds a chain, into which a part of the same chain in parentheses is taken up: both operators
  /// are associative.
  private mutating func addChain(
    _ sign: Expression.LogicalOperator, _ operands: [Expression.ID], from start: UInt32
  ) throws(SyntaxError) -> Expression.ID {
    let flat = operands.flatMap { operand in
      if case .logical(sign, let inner) = nodes[operand].kind { inner } else { [operand] }
    }
    return try add(.logical(sign, flat), from: start)
  }

  private func binaryOperator() -> (function: String, precedence: Precedence)? {
    switch token.kind {
    case .or: ("_||_", .or)
    case .and: ("_&&_", .and)
    case .less: ("_<_", .relation)
    case .lessOrEqual: ("_<=_", .relation)
    case .greater: ("_>_", .relation)
    case .greaterOrEqual: ("_>=_", .relation)
    case .equal: ("_==_", .relation)
    case .notEqual: ("_!=_", .relation)
    case .keyword: text(of: token) == "in" ? ("@in", .relation) : nil
    case .plus: ("_+_", .sum)
    case .minus: ("_-_", .sum)
    case .star: ("_*_", .product)
    case .slash: ("_/_", .product)
    case .percent: ("_%_", .product)
    default: nil
    }
  }

  /// Reads a run of `!` or of `-`, or a member expression.
  private mutating func parseUnary() throws(SyntaxError) -> Expression.ID {
    guard token.kind == .not || token.kind == .minus else { return try parseMember() }
    let sign = token
    try advance()
    if sign.kind == .minus, let number = try parseNegativeNumber(from: sign.range.start) {
      return try parseMemberTail(number, from: sign.range.start)
    }
    // A run repeats one sign: `!-x` is not in the grammar.
    let other: Token.Kind = sign.kind == .not ? .minus : .not
    if token.kind == other, !(other == .minus && nextIsNumber()) {
      throw unexpected(SyntaxError.anExpression)
    }
    try descend()
    let operand = try parseUnary()
    depth -= 1
    return try add(
      .call(
        .init(
          function: sign.kind == .not ? "!_" : "-_", functionRange: sign.range,
          arguments: [operand])), from: sign.range.start)
  }

  /// Whether the token after the current one is a number, so that a minus belongs to it.
  private func nextIsNumber() -> Bool {
    var ahead = lexer
    guard let next = try? ahead.next() else { return false }
    if next.kind == .integer { return true }
    if next.kind == .literal, case .double = next.value { return true }
    return false
  }

  /// Reads the number after a minus, so that the smallest one can be written.
  private mutating func parseNegativeNumber(
    from start: UInt32
  ) throws(SyntaxError) -> Expression.ID? {
    let number = token
    switch (number.kind, number.value) {
    case (.integer, _):
      try advance()
      guard let magnitude = Lexer.magnitude(lexer.utf8[number.range.bytes]),
        magnitude <= Int64.min.magnitude
      else { throw .numberOutOfRange(SourceRange(start: start, end: number.range.end)) }
      return try add(.literal(.int(Int64(truncatingIfNeeded: 0 &- magnitude))), from: start)
    case (.literal, .double(let value)):
      try advance()
      return try add(.literal(.double(-value)), from: start)
    default:
      return nil
    }
  }
}
