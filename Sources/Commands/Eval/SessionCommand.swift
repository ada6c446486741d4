// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// What a person may ask of a session beside the value of an expression.
enum SessionCommand {
  case help
  case quit
  case variables
  case type(String)
  case explain(String)
  /// The tree of an expression, or of the last one.
  case tree(String?)
  /// A variable with the expression of its value.
  case bind(String, String)

  /// The command that a line gives, or `nil` when it gives none.
  init?(_ line: String) {
    guard line.first == ":" else { return nil }
    let word = line.dropFirst().prefix { !$0.isWhitespace }
    let rest = Self.trimmed(line.dropFirst(1 + word.count))
    switch (word, rest.isEmpty) {
    case ("help", _), ("h", _): self = .help
    case ("quit", _), ("q", _): self = .quit
    case ("vars", _): self = .variables
    case ("type", false): self = .type(rest)
    case ("explain", false): self = .explain(rest)
    case ("ast", _): self = .tree(rest.isEmpty ? nil : rest)
    case ("let", false):
      guard let sign = rest.firstIndex(of: "="), rest[sign...].dropFirst().first != "=" else {
        return nil
      }
      self = .bind(
        Self.trimmed(rest[..<sign]), Self.trimmed(rest[rest.index(after: sign)...]))
    default: return nil
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// What the commands do.
  static let summary = LocalizedText(
    zh: """
      表达式               求值；未写完时在下一行继续，空行结束
      :explain 表达式      求值并说明原因
      :type 表达式         类型与估计开销
      :ast [表达式]        语法树；省略时为上一个表达式
      :let 名称 = 表达式   命名一个值
      :vars                变量
      :quit                退出（或 Ctrl-D）
      函数参考：plumbline list functions、plumbline show 函数名

      """,
    en: """
      EXPRESSION           its value; an unfinished one goes on in the next line, an empty line ends it
      :explain EXPRESSION  its value and why
      :type EXPRESSION     its type and estimated cost
      :ast [EXPRESSION]    its tree; without one, of the last expression
      :let NAME = EXPR     names a value
      :vars                the variables
      :quit                ends the session (or Ctrl-D)
      Functions: plumbline list functions, plumbline show NAME

      """)
}

/// Tells whether an expression goes on.
enum ExpressionEnd {
  /// Whether a text is the beginning of an expression that needs more.
  static func isMissing(in text: String) -> Bool {
    if text.allSatisfy(\.isWhitespace) { return false }
    let source = EmbeddedText(whole: SourceText(name: "expression", text))
    guard case .failure(let failure) = Parser.parse(source), let first = failure.diagnostics.first
    else { return false }
    switch first.id {
    case "unexpected-end": return true
    case "unterminated-text":
      // Only a text in three quotes may go on in the next line.
      let rest = source.utf8[Int(first.location?.range.start ?? 0)...].drop {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
      }
      return rest.count >= 3 && Set(rest.prefix(3)).count == 1
    default: return false
    }
  }
}
