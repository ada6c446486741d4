// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Parser {
  /// Reads a primary expression with its fields, indexes and calls.
  mutating func parseMember() throws(SyntaxError) -> Expression.ID {
    let start = token.range.start
    let primary = try parsePrimary()
    return try parseMemberTail(primary, from: start)
  }

  /// Reads the fields, indexes and calls that follow an expression.
  mutating func parseMemberTail(
    _ primary: Expression.ID, from start: UInt32
  ) throws(SyntaxError) -> Expression.ID {
    var operand = primary
    while true {
      switch token.kind {
      case .dot: operand = try parseField(of: operand, from: start)
      case .leftBracket:
        try advance()
        let isOptional = try accept(.question)
        let index = try parseExpression()
        try expect(.rightBracket, "]")
        operand = try add(
          .index(operand: operand, index: index, isOptional: isOptional), from: start)
      case .leftBrace:
        guard let name = qualifiedName(operand) else { return operand }
        operand = try parseMessage(name, from: start)
      default: return operand
      }
    }
  }

  private mutating func parseField(
    of operand: Expression.ID, from start: UInt32
  ) throws(SyntaxError) -> Expression.ID {
    try advance()
    let isOptional = try accept(.question)
    let name = token
    guard name.kind == .identifier || name.kind == .quotedIdentifier else {
      throw unexpected(SyntaxError.aFieldName)
    }
    try advance()
    let field = fieldName(name)
    if token.kind == .leftParenthesis, !isOptional, name.kind == .identifier {
      let arguments = try parseArguments()
      let call = Expression.Call(
        function: field, functionRange: name.range, target: operand, arguments: arguments)
      return try addCall(call, from: start)
    }
    let select = Expression.Select(
      operand: operand, field: field, fieldRange: name.range, isOptional: isOptional)
    return try add(.select(select), from: start)
  }

  /// Returns a name without its backticks.
  private func fieldName(_ token: Token) -> String {
    let text = text(of: token)
    return token.kind == .quotedIdentifier ? String(text.dropFirst().dropLast()) : text
  }

  private mutating func parseArguments() throws(SyntaxError) -> [Expression.ID] {
    try expect(.leftParenthesis, "(")
    var arguments: [Expression.ID] = []
    if try accept(.rightParenthesis) { return arguments }
    repeat {
      arguments.append(try parseExpression())
    } while try accept(.comma)
    try expect(.rightParenthesis, ")")
    return arguments
  }

  private mutating func parsePrimary() throws(SyntaxError) -> Expression.ID {
    let first = token
    let start = first.range.start
    switch first.kind {
    case .literal:
      try advance()
      return try add(.literal(first.value), from: start)
    case .integer:
      try advance()
      guard let magnitude = Lexer.magnitude(lexer.utf8[first.range.bytes]),
        let value = Int64(exactly: magnitude)
      else { throw .numberOutOfRange(first.range) }
      return try add(.literal(.int(value)), from: start)
    case .keyword: return try parseKeyword()
    case .identifier: return try parseName(isRooted: false, from: start)
    case .dot:
      try advance()
      guard token.kind == .identifier else { throw unexpected(SyntaxError.aFieldName) }
      return try parseName(isRooted: true, from: start)
    case .leftParenthesis:
      try advance()
      let inner = try parseExpression()
      try expect(.rightParenthesis, ")")
      return inner
    case .leftBracket: return try parseList()
    case .leftBrace: return try parseMap()
    default: throw unexpected(SyntaxError.anExpression)
    }
  }

  private mutating func parseKeyword() throws(SyntaxError) -> Expression.ID {
    let word = token
    let value: CELValue
    switch text(of: word) {
    case "true": value = .bool(true)
    case "false": value = .bool(false)
    case "null": value = .null
    default: throw unexpected(SyntaxError.anExpression)
    }
    try advance()
    return try add(.literal(value), from: word.range.start)
  }

  private mutating func parseName(
    isRooted: Bool, from start: UInt32
  ) throws(SyntaxError) -> Expression.ID {
    let name = token
    let text = text(of: name)
    if Parser.reservedWords.contains(text) { throw .reservedWord(text, name.range) }
    try advance()
    guard token.kind == .leftParenthesis else {
      return try add(.identifier(text, isRooted: isRooted), from: start)
    }
    let arguments = try parseArguments()
    return try addCall(
      Expression.Call(
        function: text, functionRange: name.range, arguments: arguments, isRooted: isRooted),
      from: start)
  }

  private static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
}
