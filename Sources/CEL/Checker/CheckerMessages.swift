// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What the checker says.
enum CheckerMessages {
  /// A broken rule and its name.
  struct Message {
    var id: String
    var text: LocalizedText

    init(_ id: String, zh: String, en: String) {
      self.id = id
      text = LocalizedText(zh: zh, en: en)
    }
  }

  /// The repair that puts another word in a place of the file.
  static func replace(with word: String, at range: SourceRange) -> Diagnostic.FixIt {
    Diagnostic.FixIt(
      LocalizedText(zh: "是否想写 '\(word)'？", en: "did you mean '\(word)'?"),
      edits: [Diagnostic.Edit(replace: range, with: word)])
  }

  // MARK: Names

  static func undeclaredVariable(_ name: String) -> Message {
    Message(
      "undeclared-variable", zh: "没有名为 '\(name)' 的变量", en: "no variable is named '\(name)'")
  }

  static func unknownField(_ name: String, of record: String, known: [String]) -> Message {
    let list = known.prefix(8).joined(separator: ", ") + (known.count > 8 ? ", …" : "")
    return Message(
      "unknown-field", zh: "'\(record)' 没有字段 '\(name)'；已有字段：\(list)",
      en: "'\(record)' has no field '\(name)'; it has \(list)")
  }

  static func unknownFunction(_ name: String) -> Message {
    Message("unknown-function", zh: "没有名为 '\(name)' 的函数", en: "no function is named '\(name)'")
  }

  static func messageLiteral(_ name: String) -> Message {
    Message(
      "unknown-type", zh: "没有名为 '\(name)' 的对象类型可供构造",
      en: "no object type '\(name)' can be constructed")
  }

  // MARK: Types

  static func resultType(_ expected: CELType, _ found: CELType) -> Message {
    Message(
      "wrong-result-type", zh: "表达式的结果必须是 \(expected)，而不是 \(found)",
      en: "the result of the expression must be \(expected), not \(found)")
  }

  static func notBool(_ type: CELType) -> Message {
    Message(
      "not-a-condition", zh: "条件必须是 bool，而不是 \(type)", en: "a condition must be bool, not \(type)")
  }

  static func branches(_ first: CELType, _ second: CELType) -> Message {
    Message(
      "different-branches", zh: "'?:' 的两个分支必须同类型，而不是 \(first) 和 \(second)",
      en: "both branches of '?:' must have the same type, not \(first) and \(second)")
  }

  static func noOverload(
    _ function: String, _ types: [CELType], isMember: Bool, candidates: [Overload]
  ) -> Message {
    let name = OperatorNames.symbol(function)
    let found = types.map(\.description).joined(separator: ", ")
    let known = candidates.prefix(4).map { overload in
      "(" + overload.parameters.map(\.description).joined(separator: ", ") + ")"
    }
    let list = known.joined(separator: ", ") + (candidates.count > 4 ? ", …" : "")
    if candidates.isEmpty {
      return Message(
        "no-matching-overload",
        zh: isMember ? "'\(name)' 不能写在值之后调用" : "'\(name)' 必须写在值之后调用",
        en: isMember
          ? "'\(name)' cannot be called on a value" : "'\(name)' must be called on a value")
    }
    return Message(
      "no-matching-overload", zh: "'\(name)' 不接受 (\(found))；可接受：\(list)",
      en: "'\(name)' does not take (\(found)); it takes \(list)")
  }

  static func noFields(_ type: CELType, _ field: String) -> Message {
    Message(
      "no-fields", zh: "类型 \(type) 没有字段，不能读取 '\(field)'",
      en: "type \(type) has no fields, so '\(field)' cannot be read")
  }

  static func noIndex(_ type: CELType) -> Message {
    Message(
      "no-index", zh: "类型 \(type) 不能用方括号取值", en: "type \(type) cannot be indexed")
  }

  static func indexType(_ wanted: CELType, _ found: CELType) -> Message {
    Message(
      "wrong-index-type", zh: "下标必须是 \(wanted)，而不是 \(found)",
      en: "the index must be \(wanted), not \(found)")
  }

  static func keyType(_ type: CELType) -> Message {
    Message(
      "wrong-key-type", zh: "映射的键必须是 bool、int、uint 或 string，而不是 \(type)",
      en: "a map key must be bool, int, uint or string, not \(type)")
  }

  static func notOptional(_ type: CELType) -> Message {
    Message(
      "not-optional", zh: "此处必须是可选值，而不是 \(type)",
      en: "an optional value must stand here, not \(type)")
  }

  static func notIterable(_ macro: String, _ type: CELType) -> Message {
    Message(
      "not-iterable", zh: "'\(macro)' 只能用于列表或映射，而不是 \(type)",
      en: "'\(macro)' works on a list or map, not on \(type)")
  }

  /// The rule that holds for unchecked expressions as well.
  static let macrosTooDeepID = "macros-too-deep"

  static func macrosTooDeep(_ limit: Int) -> Message {
    Message(
      macrosTooDeepID, zh: "带变量的宏不得嵌套超过 \(limit) 层",
      en: "macros with variables must not be nested more than \(limit) levels deep")
  }

  static func notAMap(_ type: CELType) -> Message {
    Message(
      "macro-argument", zh: "transformMapEntry 的结果必须是映射，而不是 \(type)",
      en: "the result of transformMapEntry must be a map, not \(type)")
  }

  // MARK: Literals

  static func invalidLiteral(_ failure: FunctionFailure) -> Message {
    Message("invalid-literal", zh: failure.message.zh, en: failure.message.en)
  }
}
