// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What the linter says of expressions that are valid but hardly mean what they say.
enum LintMessages {
  typealias Message = CheckerMessages.Message

  static func always(_ truth: Bool) -> Message {
    truth
      ? Message("always-true", zh: "此条件恒为真", en: "this condition is always true")
      : Message("always-false", zh: "此条件恒为假", en: "this condition is always false")
  }

  static func fieldAlwaysExists(_ field: String, of record: String) -> Message {
    Message(
      "has-is-always-true", zh: "'\(record)' 的字段 '\(field)' 总是存在，has() 恒为真",
      en: "field '\(field)' of '\(record)' always exists, so has() is always true")
  }

  static func neverEqual(_ isEqual: Bool) -> Message {
    Message(
      "never-equal", zh: "两侧的值不可能相等，此比较恒为\(isEqual ? "假" : "真")",
      en: "the two sides can never be equal; this is always \(isEqual ? "false" : "true")")
  }

  static func sameOperands(_ symbol: String, _ truth: Bool) -> Message {
    Message(
      truth ? "always-true" : "always-false",
      zh: "'\(symbol)' 两侧是同一个表达式，此条件恒为\(truth ? "真" : "假")",
      en: "both sides of '\(symbol)' are the same, so this is always \(truth)")
  }

  static func contradiction(_ subject: String, _ truth: Bool) -> Message {
    truth
      ? Message(
        "always-true", zh: "'\(subject)' 总满足其中一个条件，故恒为真；或许应为 '&&'",
        en: "'\(subject)' always meets one of the conditions; perhaps '&&' is meant")
      : Message(
        "always-false", zh: "'\(subject)' 不可能同时满足这些条件，故恒为假；或许应为 '||'",
        en: "'\(subject)' cannot meet all of the conditions; perhaps '||' is meant")
  }

  static func expensive(_ units: Int, limit: Int, degree: Int) -> Message {
    Message(
      "expensive",
      zh: """
        若各列表有 \(CostEstimate.assumedElements) 个元素，开销约 \(units)，超过上限 \(limit)；\
        嵌套循环 \(degree) 层
        """,
      en: """
        with \(CostEstimate.assumedElements) elements in each list this costs about \(units) units, \
        over the limit of \(limit); \(degree) loops are nested
        """)
  }
}
