// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The operators that compare and combine truth values.
  static let relations = FunctionLibrary(
    "relations",
    LocalizedText(zh: "比较与逻辑", en: "Comparison and logic"),
    functions: [
      equal, notEqual,
      order(
        "_<_", "<", "less", LocalizedText(zh: "是否更小", en: "Whether the left is less"),
        ("1 < 2", "true")),
      order(
        "_<=_", "<=", "less_equals",
        LocalizedText(zh: "是否更小或相等", en: "Whether the left is less or equal"), ("2 <= 2", "true")),
      order(
        "_>_", ">", "greater", LocalizedText(zh: "是否更大", en: "Whether the left is greater"),
        (#""b" > "a""#, "true")),
      order(
        "_>=_", ">=", "greater_equals",
        LocalizedText(zh: "是否更大或相等", en: "Whether the left is greater or equal"),
        ("1.5 >= 2.5", "false")),
      membership, not,
    ])

  private static let equal = FunctionDeclaration(
    "_==_", symbol: "==",
    LocalizedText(
      zh: "是否相等；不同类型的数按数值比较", en: "Whether both are equal; numbers of all types by value"),
    [
      .global(
        "equals", [.parameter("A"), .parameter("A")], .bool,
        examples: [FunctionExample("[1, 2] == [1, 2]", "true")],
        .binary { .bool($0.isEqual(to: $1)) })
    ])

  private static let notEqual = FunctionDeclaration(
    "_!=_", symbol: "!=", LocalizedText(zh: "是否不等", en: "Whether both are different"),
    [
      .global(
        "not_equals", [.parameter("A"), .parameter("A")], .bool,
        examples: [FunctionExample(#""no" != "yes""#, "true")],
        .binary { .bool(!$0.isEqual(to: $1)) })
    ])

  private static let membership = FunctionDeclaration(
    "@in", symbol: "in",
    LocalizedText(
      zh: "列表是否含有该元素，或映射是否含有该键",
      en: "Whether a list has the element or a map has the key"),
    [
      .global(
        "in_list", [.parameter("A"), .list(.parameter("A"))], .bool,
        examples: [FunctionExample("2 in [1, 2]", "true")],
        .binary { element, list in .bool(list.list.contains { $0.isEqual(to: element) }) }),
      .global(
        "in_map", [.parameter("A"), .map(.parameter("A"), .parameter("B"))], .bool,
        examples: [FunctionExample(#""a" in {"a": 1}"#, "true")],
        .binary { .bool($1.map.place(of: $0) != nil) }),
    ])

  private static let not = FunctionDeclaration(
    "!_", symbol: "!", LocalizedText(zh: "否定", en: "The opposite"),
    [
      .global(
        "logical_not", [.bool], .bool, examples: [FunctionExample("!true", "false")],
        .unary { .bool(!$0.bool) })
    ])

  /// Returns an operator that orders values of one type, and numbers of all types.
  private static func order(
    _ name: String, _ symbol: String, _ prefix: String, _ documentation: LocalizedText,
    _ example: (String, String)
  ) -> FunctionDeclaration {
    let same: [CELType] = [
      .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
    ]
    let mixed: [(CELType, CELType)] = [
      (.int, .uint), (.int, .double), (.uint, .int), (.uint, .double), (.double, .int),
      (.double, .uint),
    ]
    let sign = OrderNode.Sign(rawValue: name)
    let pairs = same.map { ($0, $0) } + mixed
    let overloads = pairs.enumerated().map { index, pair in
      Overload.global(
        pair.0 == pair.1 ? "\(prefix)_\(pair.0)" : "\(prefix)_\(pair.0)_\(pair.1)",
        [pair.0, pair.1], .bool,
        examples: index == 0 ? [FunctionExample(example.0, example.1)] : [],
        .binary { a, b in
          .bool(a.order(b).flatMap { order in sign.map { $0.holds(order) } } ?? false)
        })
    }
    return FunctionDeclaration(name, symbol: symbol, documentation, overloads)
  }
}
