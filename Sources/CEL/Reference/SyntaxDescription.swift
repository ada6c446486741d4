// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A form of writing as the reference shows it.
package struct SyntaxDescription: Sendable {
  /// The form, such as `a && b`.
  package var form: String
  /// What it means.
  package var documentation: LocalizedText
  /// A use with its result; a test runs it.
  package var example: FunctionExample

  private init(_ form: String, zh: String, en: String, _ expression: String, _ result: String) {
    self.form = form
    documentation = LocalizedText(zh: zh, en: en)
    example = FunctionExample(expression, result)
  }

  /// The forms, the tightest binding first.
  package static let all: [SyntaxDescription] = [
    .init(
      "a.b", zh: "记录的字段，或映射中文本键的值；没有即为错误",
      en: "A field of a record or the entry of a map; an error when there is none",
      #"{"port": 22}.port"#, "22"),
    .init(
      "a.`b-c/d`", zh: "名称中有其他字符的字段", en: "A field whose name has other characters",
      #"{"max-age": 1}.`max-age`"#, "1"),
    .init(
      "a[i]", zh: "列表的元素（下标从 0 起）或映射的值",
      en: "An element of a list, from 0, or the entry of a map", "[5, 6][1]", "6"),
    .init(
      "a.?b, a[?i]", zh: "可选值：没有时为不存在而不是错误；可接着写 .b 或 [i]",
      en: "An optional value: absent instead of an error; .b and [i] may follow",
      #"{"a": 1}.?b.orValue(0)"#, "0"),
    .init(
      "[?a], {?k: a}", zh: "可选值存在时才放入的元素或条目",
      en: "An element or entry that is left out when the optional value is absent",
      "[1, ?optional.none()]", "[1]"),
    .init(
      "f(a), a.f(b)", zh: "函数，以及写在值之后的函数", en: "A function, and one written behind a value",
      #""abc".startsWith("a")"#, "true"),
    .init("!a, -a", zh: "否定；负数", en: "The opposite; the negative", "!false", "true"),
    .init(
      "a * b, a / b, a % b", zh: "乘、除、余数；整数相除取整", en: "Product, quotient, remainder",
      "7 / 2", "3"),
    .init(
      "a + b, a - b", zh: "加减；+ 也连接文本、字节和列表",
      en: "Sum and difference; + also joins texts, bytes and lists", #""a" + "b""#, #""ab""#),
    .init(
      "a == b, a != b, a < b, a <= b, a > b, a >= b, a in b",
      zh: "比较与包含；不同类型的数按数值比较", en: "Comparison and membership; numbers by value",
      "2 in [1, 2]", "true"),
    .init(
      "a && b", zh: "两者皆真；一侧为假时，另一侧的错误或未知不影响结果",
      en: "Both; when one side is false, an error or unknown on the other does not matter",
      "false && 1 / 0 == 1", "false"),
    .init(
      "a || b", zh: "至少一者为真；一侧为真时，另一侧的错误或未知不影响结果",
      en: "At least one; when one side is true, an error or unknown on the other does not matter",
      "1 / 0 == 1 || true", "true"),
    .init(
      "a ? b : c", zh: "a 为真时取 b，否则取 c；只求所取的一侧",
      en: "b when a is true, otherwise c; the other is not evaluated", "true ? 1 : 2", "1"),
    .init(
      "// …", zh: "注释，到行尾为止", en: "A comment to the end of the line", "1 // one", "1"),
  ]
}
