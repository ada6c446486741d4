// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What traces say beyond the facts.
enum TraceMessages {
  /// Returns the likely repair of a rule that has no value.
  static func fix(_ error: EvaluationError, in program: Program) -> LocalizedText? {
    switch error.code {
    case .noSuchKey:
      if let word = error.suggestion {
        return LocalizedText(zh: "是否想写 '\(word)'？", en: "did you mean '\(word)'?")
      }
      guard let select = program.tree.select(at: error.range) else { return nil }
      return LocalizedText(
        zh: "若缺失即应视为不通过，请写 has(\(select)) && …",
        en: "if absence should fail the check, write has(\(select)) && …")
    case .indexOutOfRange:
      return LocalizedText(zh: "请先检查 size()", en: "test size() first")
    case .divisionByZero:
      return LocalizedText(zh: "请先检查除数", en: "test the divisor first")
    default: return nil
    }
  }

  static func passesWhen(_ condition: String) -> LocalizedText {
    LocalizedText(zh: "满足 \(condition) 时通过", en: "passes when \(condition)")
  }

  static func passesWhenMember(_ element: String, leaves: String?, joins: String) -> LocalizedText {
    guard let leaves else {
      return LocalizedText(
        zh: "\(element) 加入 \(joins) 后通过", en: "passes when \(element) joins \(joins)")
    }
    return LocalizedText(
      zh: "\(element) 移出 \(leaves) 或加入 \(joins) 后通过",
      en: "passes when \(element) leaves \(leaves) or joins \(joins)")
  }
}

extension SyntaxTree {
  /// Returns the text of the field access whose field name has a range.
  fileprivate func select(at range: SourceRange) -> String? {
    for (id, node) in nodes.enumerated() {
      if case .select(let select) = node.kind, select.fieldRange == range { return text(of: id) }
    }
    return nil
  }
}
