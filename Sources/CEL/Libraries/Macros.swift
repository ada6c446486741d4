// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The macros that look at fields and walk through collections.
  static let macros = FunctionLibrary(
    "macros",
    LocalizedText(
      zh: "逐个考察列表的元素或映射的键；写两个变量时，先是下标或键，后是值",
      en: """
        Each element of a list or key of a map in turn; with two variables the first is the index \
        or key and the second the value
        """),
    macros: [has, forAll, exists, existsOne, filter, map, transformList, transformMap, entry, bind])

  private static let has = MacroDeclaration(
    "has", LocalizedText(zh: "字段是否存在", en: "Whether a field is present"),
    forms: ["has(object.field)"],
    examples: [FunctionExample(#"has({"a": 1}.b)"#, "false")])

  private static let forAll = MacroDeclaration(
    "all",
    LocalizedText(
      zh: "条件是否对每个元素成立；空列表为真",
      en: "Whether a condition holds for each element; true for an empty list"),
    forms: ["list.all(x, condition)", "list.all(i, x, condition)", "map.all(k, v, condition)"],
    examples: [
      FunctionExample("[1, 2].all(x, x > 0)", "true"),
      FunctionExample("[0, 1].all(i, x, i == x)", "true"),
    ])

  private static let exists = MacroDeclaration(
    "exists", LocalizedText(zh: "条件是否对某个元素成立", en: "Whether a condition holds for some element"),
    forms: [
      "list.exists(x, condition)", "list.exists(i, x, condition)", "map.exists(k, v, condition)",
    ],
    examples: [FunctionExample("[1, 2].exists(x, x > 1)", "true")])

  private static let existsOne = MacroDeclaration(
    "exists_one",
    LocalizedText(zh: "条件是否恰好对一个元素成立", en: "Whether a condition holds for exactly one element"),
    forms: ["list.exists_one(x, condition)", "map.existsOne(k, v, condition)"],
    examples: [FunctionExample("[1, 2].exists_one(x, x > 0)", "false")])

  private static let filter = MacroDeclaration(
    "filter", LocalizedText(zh: "条件成立的元素", en: "The elements for which a condition holds"),
    forms: ["list.filter(x, condition)"],
    examples: [FunctionExample("[1, 2].filter(x, x > 1)", "[2]")])

  private static let map = MacroDeclaration(
    "map",
    LocalizedText(
      zh: "对每个元素（或条件成立的元素）求表达式",
      en: "What an expression makes of each element, or of those for which a condition holds"),
    forms: ["list.map(x, expression)", "list.map(x, condition, expression)"],
    examples: [
      FunctionExample("[1, 2].map(x, x * 2)", "[2, 4]"),
      FunctionExample("[1, 2].map(x, x > 1, x * 2)", "[4]"),
    ])

  private static let transformList = MacroDeclaration(
    "transformList",
    LocalizedText(zh: "同 map，但有两个变量", en: "Like map, with two variables"),
    forms: [
      "map.transformList(k, v, expression)", "map.transformList(k, v, condition, expression)",
    ],
    examples: [FunctionExample("[5, 6].transformList(i, x, i + x)", "[5, 7]")])

  private static let transformMap = MacroDeclaration(
    "transformMap",
    LocalizedText(zh: "键不变、值由表达式给出的映射", en: "A map with the same keys and new values"),
    forms: ["map.transformMap(k, v, expression)", "map.transformMap(k, v, condition, expression)"],
    examples: [FunctionExample(#"{"a": 1}.transformMap(k, v, v + 1)"#, #"{"a": 2}"#)])

  private static let entry = MacroDeclaration(
    "transformMapEntry",
    LocalizedText(zh: "由表达式给出键和值的映射", en: "A map whose keys and values an expression gives"),
    forms: [
      "map.transformMapEntry(k, v, {key: value})",
      "map.transformMapEntry(k, v, condition, {key: value})",
    ],
    examples: [FunctionExample(#"{"a": "b"}.transformMapEntry(k, v, {v: k})"#, #"{"b": "a"}"#)])

  private static let bind = MacroDeclaration(
    "cel.bind",
    LocalizedText(zh: "为值命名，以便多次使用", en: "Names a value, so that it can be used more than once"),
    forms: ["cel.bind(name, value, expression)"],
    examples: [FunctionExample("cel.bind(x, 2, x * x)", "4")])
}
