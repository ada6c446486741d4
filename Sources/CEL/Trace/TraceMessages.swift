// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What traces say beyond the facts.
enum TraceMessages {
  /// Returns the likely repair of a rule that has no value.
  static func fix(
    _ error: EvaluationError, _ access: SyntaxTree.Access?, in tree: SyntaxTree
  ) -> LocalizedText? {
    switch error.code {
    case .noSuchKey:
      if let word = error.suggestion {
        let text = access.map { tree.text(of: $0, named: word) } ?? word
        return LocalizedText(zh: "是否想写 \(text)？", en: "did you mean \(text)?")
      }
      guard let access else { return nil }
      let text =
        access.isField
        ? "has(\(tree.text(of: access.whole)))"
        : "\(tree.keyText(of: access)) in \(tree.text(of: access.holder))"
      return LocalizedText(
        zh: "若缺失即应视为不通过，请写 \(text) && …",
        en: "if absence should fail the check, write \(text) && …")
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

  static func passesWhenOneOf(_ fact: String, _ accepted: String) -> LocalizedText {
    LocalizedText(
      zh: "\(fact) 取 \(accepted) 之一时通过", en: "passes when \(fact) is one of \(accepted)")
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
  /// Returns the key of an access with brackets, as written.
  fileprivate func keyText(of access: Access) -> String {
    if case .index(_, let index, _) = nodes[access.whole].kind { text(of: index) } else { "" }
  }
}
