// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Parser {
  /// Reads `[a, ?b]`; a comma may follow the last element.
  mutating func parseList() throws(SyntaxError) -> Expression.ID {
    let start = token.range.start
    try expect(.leftBracket, "[")
    var elements: [Expression.ListElement] = []
    while token.kind != .rightBracket {
      let isOptional = try accept(.question)
      let value = try parseExpression()
      elements.append(.init(value: value, isOptional: isOptional))
      guard try accept(.comma) else { break }
    }
    try expect(.rightBracket, "]")
    return try add(.list(elements), from: start)
  }

  /// Reads `{key: value, ?key: value}`; a comma may follow the last entry.
  mutating func parseMap() throws(SyntaxError) -> Expression.ID {
    let start = token.range.start
    try expect(.leftBrace, "{")
    var entries: [Expression.MapEntry] = []
    while token.kind != .rightBrace {
      let isOptional = try accept(.question)
      let key = try parseExpression()
      try expect(.colon, ":")
      let value = try parseExpression()
      entries.append(.init(key: key, value: value, isOptional: isOptional))
      guard try accept(.comma) else { break }
    }
    try expect(.rightBrace, "}")
    return try add(.map(entries), from: start)
  }

  /// Reads the fields of `Name{field: value}`.
  mutating func parseMessage(_ name: String, from start: UInt32) throws(SyntaxError)
    -> Expression.ID
  {
    try expect(.leftBrace, "{")
    var fields: [Expression.MessageField] = []
    while token.kind != .rightBrace {
      let isOptional = try accept(.question)
      let field = token
      guard field.kind == .identifier || field.kind == .quotedIdentifier else {
        throw unexpected(SyntaxError.aFieldName)
      }
      try advance()
      try expect(.colon, ":")
      let value = try parseExpression()
      fields.append(
        .init(
          name: text(of: field), nameRange: field.range, value: value, isOptional: isOptional))
      guard try accept(.comma) else { break }
    }
    try expect(.rightBrace, "}")
    return try add(.message(name: name, fields: fields), from: start)
  }

  /// Returns the name that an identifier with fields writes, such as `a.b.C`, or `nil` for others.
  func qualifiedName(_ id: Expression.ID) -> String? {
    switch nodes[id].kind {
    case .identifier(let name, let isRooted): isRooted ? "." + name : name
    case .select(let select) where !select.isOptional:
      qualifiedName(select.operand).map { $0 + "." + select.field }
    default: nil
    }
  }
}
