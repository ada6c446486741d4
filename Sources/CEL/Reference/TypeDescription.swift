// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A type as the reference shows it.
package struct TypeDescription: Sendable {
  /// The name as messages and signatures write it.
  package var name: String
  /// How a value is written; empty for types whose values come from functions or evidence.
  package var literal: String
  /// What the values are.
  package var documentation: LocalizedText

  private init(_ name: String, _ literal: String, zh: String, en: String) {
    self.name = name
    self.literal = literal
    documentation = LocalizedText(zh: zh, en: en)
  }

  /// The types of the language; libraries add their own.
  package static let all: [TypeDescription] = [
    .init("bool", "true", zh: "真或假", en: "True or false"),
    .init(
      "int", "-42, 0x2A", zh: "64 位有符号整数；超出范围为错误，不会回绕",
      en: "A whole number of 64 bits; overflow is an error and never wraps"),
    .init("uint", "42u", zh: "64 位无符号整数", en: "A whole number of 64 bits without sign"),
    .init("double", "1.5, 1e3", zh: "IEEE 754 双精度浮点数", en: "An IEEE 754 number of 64 bits"),
    .init(
      "string", #""a", 'a', r"\d", """…""""#, zh: "Unicode 文本；长度按码点计",
      en: "A text in Unicode; its size counts code points"),
    .init("bytes", #"b"\x00a""#, zh: "字节序列", en: "Octets"),
    .init(
      "list", "[1, 2]", zh: "列表，写作 list(T)；下标从 0 起",
      en: "A list, list(T); indexes start at 0"),
    .init(
      "map", #"{"a": 1}"#, zh: "映射，写作 map(K, V)；键为文本、整数或真假",
      en: "A map, map(K, V), from texts, whole numbers or truth values"),
    .init("null_type", "null", zh: "空值", en: "The type of null"),
    .init("type", "int", zh: "类型本身，由 type(x) 得到", en: "A type as a value, such as type(x)"),
    .init(
      "timestamp", #"timestamp("2026-01-01T00:00:00Z")"#,
      zh: "时刻，精确到纳秒，公元 1 至 9999 年；运行时名称为 google.protobuf.Timestamp",
      en: """
        A point in time to the nanosecond in the years 1 to 9999; google.protobuf.Timestamp at run \
        time
        """),
    .init(
      "duration", #"duration("36h")"#,
      zh: "时长，精确到纳秒，约正负 290 年；运行时名称为 google.protobuf.Duration",
      en: "A length of time in nanoseconds, up to 290 years; google.protobuf.Duration at run time"),
    .init(
      "optional_type", "optional.of(1)", zh: "可能不存在的值，写作 optional_type(T)",
      en: "A value that may be absent, optional_type(T)"),
    .init(
      "dyn", "", zh: "类型到求值时才知道的值，如未声明结构的 JSON",
      en: "A value whose type only evaluation knows, such as JSON without a declared shape"),
    .init(
      "T, A, B, K, V", "", zh: "函数签名中的类型参数：同一字母处处为同一类型",
      en: "Type parameters of a signature: the same letter is the same type everywhere"),
  ]
}
