// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Parser {
  /// Reads `condition ? then : otherwise` or anything that binds tighter.
  mutating func parseExpression() throws(SyntaxError) -> Expression.ID {
    try nested { parser throws(SyntaxError) in
      let start = parser.token.range.start
      let condition = try parser.parseChain(.or)
      guard try parser.accept(.question) else { return condition }
      let then = try parser.parseChain(.or)
      try parser.expect(.colon, ":")
      let otherwise = try parser.parseExpression()
      return try parser.add(
        .conditional(condition: condition, then: then, otherwise: otherwise), from: start)
    }
  }

  /// Reads a chain of `&&` or `||`, whose operands become children of one node.
  private mutating func parseChain(
    _ sign: Expression.LogicalOperator
  ) throws(SyntaxError) -> Expression.ID {
    let start = token.range.start
    let kind: Token.Kind = sign == .and ? .and : .or
    var operands: [Expression.ID] = []
    repeat {
      operands.append(sign == .and ? try parseBinary(.relation) : try parseChain(.and))
    } while try accept(kind)
    if operands.count == 1 { return operands[0] }
    // Parentheses around a part of the same chain change nothing: both operators are associative.
    let flat = operands.flatMap { operand in
      if case .logical(sign, let inner) = nodes[operand].kind { inner } else { [operand] }
    }
    return try add(.logical(sign, flat), from: start)
  }

  private enum Precedence: Int {
    case relation, sum, product

    var tighter: Precedence? { Precedence(rawValue: rawValue + 1) }

    func function(of kind: Token.Kind) -> String? {
      switch (self, kind) {
      case (.relation, .less): "_<_"
      case (.relation, .lessOrEqual): "_<=_"
      case (.relation, .greater): "_>_"
      case (.relation, .greaterOrEqual): "_>=_"
      case (.relation, .equal): "_==_"
      case (.relation, .notEqual): "_!=_"
      case (.sum, .plus): "_+_"
      case (.sum, .minus): "_-_"
      case (.product, .star): "_*_"
      case (.product, .slash): "_/_"
      case (.product, .percent): "_%_"
      default: nil
      }
    }
  }

  /// Reads operators of one precedence from left to right.
  private mutating func parseBinary(_ level: Precedence) throws(SyntaxError) -> Expression.ID {
    let start = token.range.start
    var left = try parseOperand(level)
    while let function = binaryFunction(level) {
      let functionRange = token.range
      try advance()
      let right = try parseOperand(level)
      left = try add(
        .call(.init(function: function, functionRange: functionRange, arguments: [left, right])),
        from: start)
    }
    return left
  }

  private mutating func parseOperand(_ level: Precedence) throws(SyntaxError) -> Expression.ID {
    guard let tighter = level.tighter else { return try parseUnary() }
    return try parseBinary(tighter)
  }

  private func binaryFunction(_ level: Precedence) -> String? {
    if token.kind == .keyword {
      return level == .relation && text(of: token) == "in" ? "@in" : nil
    }
    return level.function(of: token.kind)
  }

  /// Reads a run of `!` or of `-`, or a member expression.
  private mutating func parseUnary() throws(SyntaxError) -> Expression.ID {
    guard token.kind == .not || token.kind == .minus else { return try parseMember() }
    let sign = token
    try advance()
    if sign.kind == .minus, let number = try parseNegativeNumber(from: sign.range.start) {
      return try parseMemberTail(number, from: sign.range.start)
    }
    let operand = try nested { parser throws(SyntaxError) in
      // A run repeats one sign: `!-x` is not in the grammar.
      let other: Token.Kind = sign.kind == .not ? .minus : .not
      if parser.token.kind == other, !(other == .minus && parser.nextIsNumber()) {
        throw parser.unexpected(SyntaxError.anExpression)
      }
      return try parser.parseUnary()
    }
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
