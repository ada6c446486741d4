// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

// What the lexer and the parser say.
extension SyntaxError {
  private init(
    _ id: String, _ range: SourceRange, zh: String, en: String, replacement: String? = nil
  ) {
    self.init(id, LocalizedText(zh: zh, en: en), range, replacement: replacement)
  }

  // MARK: Words

  static func invalidEncoding(_ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "invalid-utf8", range, zh: "表达式必须是有效的 UTF-8", en: "an expression must be valid UTF-8")
  }

  static func tooLarge(_ size: Int, limit: Int, _ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "expression-too-large", range,
      zh: "表达式不得超过 \(limit) 字节，此处为 \(size) 字节",
      en: "an expression must not exceed \(limit) bytes; this one has \(size)")
  }

  static func unexpectedCharacter(_ character: String, _ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "unexpected-character", range, zh: "表达式中不能出现字符 '\(character)'",
      en: "character '\(character)' has no meaning in an expression")
  }

  static func singleSign(_ sign: String, meant: String, _ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "unexpected-character", range, zh: "'\(sign)' 不是运算符", en: "'\(sign)' is not an operator",
      replacement: meant)
  }

  static func invalidQuotedName(_ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "invalid-quoted-name", range,
      zh: "反引号中的字段名只能由字母、数字、'_'、'.'、'-'、'/' 和空格组成",
      en: "a field name in backticks must consist of letters, digits, '_', '.', '-', '/' and blanks"
    )
  }

  static func unterminatedText(_ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "unterminated-text", range, zh: "文本必须以开头的引号结束，且不得换行",
      en: "a text must end with the quote it begins with, on the same line")
  }

  static func invalidEscape(_ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "invalid-escape", range, zh: #"文本中的 '\' 之后必须是有效的转义；'\' 本身写作 '\\'"#,
      en: #"'\' must begin a known escape; write '\' itself as '\\'"#)
  }

  static func numberOutOfRange(_ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "number-out-of-range", range, zh: "数值必须能用 64 位表示", en: "a number must fit 64 bits")
  }

  // MARK: Structure

  static func expected(
    _ wanted: LocalizedText, found text: String, _ range: SourceRange
  ) -> SyntaxError {
    text.isEmpty
      ? SyntaxError(
        "unexpected-end", range, zh: "表达式在此结束，但还缺\(wanted.zh)",
        en: "the expression ends here, where \(wanted.en) must follow")
      : SyntaxError(
        "unexpected-token", range, zh: "此处必须是\(wanted.zh)，而不是 '\(text)'",
        en: "\(wanted.en) must stand here, not '\(text)'")
  }

  static let anExpression = LocalizedText(zh: "表达式", en: "an expression")
  static let aFieldName = LocalizedText(zh: "字段名", en: "a field name")
  static let theEnd = LocalizedText(zh: "表达式的结尾或运算符", en: "an operator or the end")

  static func sign(_ sign: String) -> LocalizedText {
    LocalizedText(zh: "'\(sign)'", en: "'\(sign)'")
  }

  static func reservedWord(_ word: String, _ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "reserved-word", range, zh: "'\(word)' 是保留字，不能用作名称",
      en: "'\(word)' is reserved and cannot be a name")
  }

  static func tooDeep(limit: Int, _ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "nesting-too-deep", range, zh: "表达式的嵌套不得超过 \(limit) 层",
      en: "expressions must not be nested more than \(limit) levels deep")
  }

  // MARK: Macros

  static func macroVariable(_ macro: String, _ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "macro-variable", range, zh: "宏 '\(macro)' 的变量必须是一个简单的名称",
      en: "a variable of macro '\(macro)' must be a plain name")
  }

  static func repeatedMacroVariable(_ name: String, _ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "macro-variable", range, zh: "宏的两个变量不得同名：'\(name)'",
      en: "the two variables of a macro must have different names, not both '\(name)'")
  }

  static func hasArgument(_ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "has-argument", range, zh: "has() 的参数必须是字段，例如 has(sshd.port)",
      en: "the argument of has() must be a field, such as has(sshd.port)")
  }

  static func transformEntry(_ range: SourceRange) -> SyntaxError {
    SyntaxError(
      "macro-argument", range, zh: "transformMapEntry 的结果必须是映射",
      en: "the result of transformMapEntry must be a map")
  }
}
