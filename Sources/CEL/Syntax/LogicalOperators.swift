// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Where the `&&` and `||` of an expression stand, for those who break it into lines.
package enum LogicalOperators {
  /// Returns the byte offsets of the operators with the number of brackets around them; up to the
  /// first place that is no expression.
  package static func places(in utf8: [UInt8]) -> [(offset: Int, depth: Int)] {
    var lexer = Lexer(utf8)
    var places: [(offset: Int, depth: Int)] = []
    var depth = 0
    while let token = try? lexer.next(), token.kind != .end {
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace: depth -= 1
      case .and, .or: places.append((Int(token.range.start), depth))
      default: break
      }
    }
    return places
  }
}
