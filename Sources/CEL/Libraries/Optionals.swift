// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics

extension FunctionLibrary {
  /// Values that may be absent.
  static let optionals = FunctionLibrary(
    "optionals",
    LocalizedText(
      zh: "可能不存在的值：a.?b、a[?k] 与以下函数",
      en: "Values that may be absent: a.?b, a[?k] and these functions"),
    functions: [of, ofNonZero, none, hasValue, value, or, orValue, unwrap, unwrapMember],
    macros: [
      MacroDeclaration(
        "optMap",
        LocalizedText(
          zh: "值存在时对其求表达式，否则仍为不存在",
          en: "What an expression makes of the value, absent when the value is"),
        forms: ["optional.optMap(x, expression)"],
        examples: [FunctionExample("optional.of(2).optMap(x, x * 2)", "optional.of(4)")]),
      MacroDeclaration(
        "optFlatMap",
        LocalizedText(
          zh: "同 optMap，但表达式本身给出可选值",
          en: "Like optMap, with an expression that is itself optional"),
        forms: ["optional.optFlatMap(x, expression)"],
        examples: [
          FunctionExample("optional.of({'a': 1}).optFlatMap(x, x.?b)", "optional.none()")
        ]),
    ],
    types: ["optional_type": .optional(.dyn)])

  private static let element = CELType.parameter("V")

  private static let of = FunctionDeclaration(
    "optional.of", LocalizedText(zh: "存在的可选值", en: "An optional value that is present"),
    [
      .global(
        "optional_of", [element], .optional(element),
        examples: [FunctionExample("optional.of(1).value()", "1")],
        .unary { .optional(CELOptional($0)) })
    ])

  private static let ofNonZero = FunctionDeclaration(
    "optional.ofNonZeroValue",
    LocalizedText(
      zh: "可选值；空文本、零、空列表等视为不存在",
      en: "An optional value, absent for zero, empty texts, empty lists and the like"),
    [
      .global(
        "optional_of_non_zero_value", [element], .optional(element),
        examples: [FunctionExample(#"optional.ofNonZeroValue("").hasValue()"#, "false")],
        .unary { $0.isZero ? .optional(.absent) : .optional(CELOptional($0)) })
    ])

  private static let none = FunctionDeclaration(
    "optional.none", LocalizedText(zh: "不存在的可选值", en: "An absent optional value"),
    [
      .global(
        "optional_none", [], .optional(element),
        examples: [FunctionExample("optional.none().orValue(1)", "1")],
        .nullary { .optional(.absent) })
    ])

  private static let hasValue = FunctionDeclaration(
    "hasValue", LocalizedText(zh: "可选值是否存在", en: "Whether the value is present"),
    [
      .member(
        "optional_has_value", [.optional(element)], .bool,
        examples: [FunctionExample("{}.?a.hasValue()", "false")],
        .unary { .bool($0.optionalValue != nil) })
    ])

  private static let value = FunctionDeclaration(
    "value", LocalizedText(zh: "可选值的值；不存在则为错误", en: "The value; an error when it is absent"),
    [
      .member(
        "optional_value", [.optional(element)], element,
        examples: [FunctionExample("[7][?0].value()", "7")],
        .unary {
          guard let value = $0.optionalValue else { throw FunctionFailure.absentOptional }
          return value
        })
    ])

  private static let or = FunctionDeclaration(
    "or", LocalizedText(zh: "第一个存在的可选值", en: "The first optional value that is present"),
    [
      .member(
        "optional_or_optional", [.optional(element), .optional(element)], .optional(element),
        examples: [FunctionExample("{}.?a.or(optional.of(1))", "optional.of(1)")],
        .binary { $0.optionalValue == nil ? $1 : $0 })
    ])

  private static let orValue = FunctionDeclaration(
    "orValue",
    LocalizedText(zh: "可选值的值，不存在则为另一个值", en: "The value, or another one when it is absent"),
    [
      .member(
        "optional_or_value", [.optional(element), element], element,
        examples: [FunctionExample(#"{"a": 1}.?b.orValue(0)"#, "0")],
        .binary { $0.optionalValue ?? $1 })
    ])

  private static let unwrap = FunctionDeclaration(
    "optional.unwrap",
    LocalizedText(zh: "列表中存在的值", en: "The values of a list that are present"),
    [
      .global(
        "optional_unwrap", [.list(.optional(element))], .list(element),
        examples: [FunctionExample("optional.unwrap([optional.of(1), optional.none()])", "[1]")],
        cost: .traversal([0]),
        .unary { try present($0.list) })
    ])

  private static let unwrapMember = FunctionDeclaration(
    "unwrapOpt",
    LocalizedText(zh: "列表中存在的值", en: "The values of a list that are present"),
    [
      .member(
        "optional_unwrap_opt", [.list(.optional(element))], .list(element),
        examples: [FunctionExample("[optional.of(1), optional.none()].unwrapOpt()", "[1]")],
        cost: .traversal([0]),
        .unary { try present($0.list) })
    ])

  private static func present(_ list: CELList) throws(FunctionFailure) -> CELValue {
    var values: [CELValue] = []
    for element in list {
      guard case .optional(let box) = element else { throw .wrongType(element, .optional(.dyn)) }
      if let value = box.value { values.append(value) }
    }
    return .list(values)
  }
}

extension CELValue {
  /// What an argument declared as optional holds, `nil` when absent.
  fileprivate var optionalValue: CELValue? {
    if case .optional(let box) = self { box.value } else { nil }
  }

  /// Whether the value is the zero or empty one of its type.
  fileprivate var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let value): !value
    case .int(let value): value == 0
    case .uint(let value): value == 0
    case .double(let value): value == 0
    case .string(let value): value.byteCount == 0
    case .bytes(let value): value.octets.isEmpty
    case .list(let value): value.count == 0
    case .map(let value): value.count == 0
    case .duration(let value): value.nanoseconds == 0
    case .timestamp(let value): value.seconds == 0 && value.nanoseconds == 0
    case .optional(let box): box.value == nil
    case .record, .type, .opaque: false
    }
  }
}
