// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A word or sign of an expression.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case end
    case identifier
    /// A field name in backticks.
    case quotedIdentifier
    /// A number, text or octets; the value is in `Token.value`.
    case literal
    /// `true`, `false`, `null` and `in` are words, not names.
    case keyword
    /// A whole number without sign, whose digits the parser reads together with the sign.
    case integer
    case plus, minus, star, slash, percent
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or, not, question, colon, comma, dot
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  }

  var kind: Kind
  var range: SourceRange
  var value: CELValue = .null
}
