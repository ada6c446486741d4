// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A limit of `Limits` as the reference shows it.
package struct LimitDescription: Sendable {
  /// What is limited.
  package var name: LocalizedText
  /// The limit for catalogs.
  package var value: Int
  /// What happens beyond it, and why it is there.
  package var meaning: LocalizedText

  /// The limits for catalogs.
  package static let all: [LimitDescription] = {
    let limits = Limits.default
    return [
      LimitDescription(
        name: LocalizedText(zh: "表达式的字节数", en: "Bytes of an expression"),
        value: limits.sourceSize,
        meaning: LocalizedText(
          zh: "更长的表达式在加载时即为错误，不会被解析",
          en: "A longer expression is an error when the catalog loads and is not parsed")),
      LimitDescription(
        name: LocalizedText(zh: "嵌套层数", en: "Levels of nesting"), value: limits.nesting,
        meaning: LocalizedText(
          zh: "括号、调用、条件表达式逐层嵌套的层数；&& 或 || 的长链只算一层",
          en: """
            Brackets, calls and conditionals inside each other; a chain of && or || counts once
            """)),
      LimitDescription(
        name: LocalizedText(zh: "宏的嵌套层数", en: "Macros inside each other"),
        value: limits.macroNesting,
        meaning: LocalizedText(
          zh: "all、exists、map 等带变量的宏逐层嵌套的层数",
          en: "Macros with variables, such as all, exists and map, inside each other")),
      LimitDescription(
        name: LocalizedText(zh: "一次求值的开销", en: "Cost of one evaluation"),
        value: limits.cost,
        meaning: LocalizedText(
          zh: "超过时求值以错误 cost-limit 结束；错误从不算通过。约为十分之一秒",
          en: """
            Beyond it the evaluation ends with the error cost-limit, and an error is never a pass; \
            about a tenth of a second
            """)),
      LimitDescription(
        name: LocalizedText(zh: "一个表达式所报的错误数", en: "Errors told of one expression"),
        value: limits.reportedErrors,
        meaning: LocalizedText(zh: "其余错误不再列出", en: "Further errors are left out")),
    ]
  }()

  /// What the units of cost count.
  package static let units = LocalizedText(
    zh: """
      开销以单位计：读取一个变量或字段为 1；建立列表为 10，建立映射为 30；查看文本每十个字节、列表每十个元素为 1；\
      循环的每个元素为 1；正则表达式按文本与模式的长度计。编译时另有估算：列表按 \
      \(CostEstimate.assumedElements) 个元素、文本按 \(CostEstimate.assumedBytes) 字节计，\
      超过上限只是警告，并标出最费的部分。
      """,
    en: """
      Cost is counted in units: reading a variable or field is one; making a list 10, making a map \
      30; looking through ten bytes of text or ten elements one; each element of a loop one; a \
      regular expression by the lengths of text and pattern. When an expression is compiled its \
      cost is estimated with \(CostEstimate.assumedElements) elements in each list and \
      \(CostEstimate.assumedBytes) bytes in each text; beyond the limit that is only a warning, \
      which marks the dearest part.
      """)
}
