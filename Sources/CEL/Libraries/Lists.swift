// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The functions of cel-go's `lists` extension, version 3, and `first` and `last`.
  static let lists = FunctionLibrary(
    "lists",
    LocalizedText(
      zh: "列表的截取、排序、去重与展平", en: "Cutting, sorting, flattening lists, and removing repetitions"),
    functions: [distinct, flatten, listsRange, reverseList, slice, sort, first, last],
    macros: [
      MacroDeclaration(
        "sortBy",
        LocalizedText(
          zh: "按表达式之值从小到大排列的元素",
          en: "The elements in ascending order of what an expression makes of them"),
        forms: ["list.sortBy(x, expression)"],
        examples: [FunctionExample("[1, -2].sortBy(x, x * x)", "[1, -2]")])
    ])

  private static let element = CELType.parameter("T")

  private static let distinct = FunctionDeclaration(
    "distinct",
    LocalizedText(
      zh: "去掉重复元素的列表，保留最先出现者",
      en: "The list without repetitions, the first of equal elements being kept"),
    [
      .member(
        "list_distinct", [.list(element)], .list(element),
        examples: [FunctionExample("[1, 2, 1].distinct()", "[1, 2]")],
        cost: .computed { 1 + $0[0].traversalSize * $0[0].traversalSize / 10 },
        .unary { value in
          var seen = ValueSet()
          return .list(value.list.filter { seen.insert($0) })
        })
    ])

  private static let flatten = FunctionDeclaration(
    "flatten",
    LocalizedText(
      zh: "把列表中的列表展开一层，或指定的层数",
      en: "The list with the elements of its lists in their place, one level deep or as given"),
    [
      .member(
        "list_flatten", [.list(.list(element))], .list(element),
        examples: [FunctionExample("[[1], [2, 3]].flatten()", "[1, 2, 3]")],
        cost: .traversal([0]),
        .unary { .list(try ListFunctions.flatten($0.list, depth: 1)) }),
      .member(
        "list_flatten_int", [.list(.dyn), .int], .list(.dyn),
        examples: [FunctionExample("[1, [2, [3]]].flatten(2)", "[1, 2, 3]")],
        cost: .traversal([0]),
        .binary { .list(try ListFunctions.flatten($0.list, depth: $1.int)) }),
    ])

  private static let listsRange = FunctionDeclaration(
    "lists.range",
    LocalizedText(
      zh: "从 0 到该数（不含）的整数", en: "The whole numbers from 0 to just before a number"),
    [
      .global(
        "lists_range", [.int], .list(.int),
        examples: [FunctionExample("lists.range(3)", "[0, 1, 2]")],
        cost: .computed { Int(clamping: min(max($0[0].int, 0), 1 << 40)) + 1 },
        .unary { .list(try ListFunctions.range($0.int)) })
    ])

  private static let reverseList = FunctionDeclaration(
    "reverse",
    LocalizedText(zh: "次序颠倒的列表", en: "The elements from last to first"),
    [
      .member(
        "list_reverse", [.list(element)], .list(element),
        examples: [FunctionExample("[1, 2, 3].reverse()", "[3, 2, 1]")], cost: .traversal([0]),
        .unary { .list($0.list.elements.reversed()) })
    ])

  private static let slice = FunctionDeclaration(
    "slice",
    LocalizedText(
      zh: "从起点到终点（不含）的元素", en: "The elements from a start to just before an end"),
    [
      .member(
        "list_slice", [.list(element), .int, .int], .list(element),
        examples: [FunctionExample("[1, 2, 3, 4].slice(1, 3)", "[2, 3]")],
        cost: .traversal([0]),
        .ternary { .list(try ListFunctions.slice($0.list, from: $1.int, to: $2.int)) })
    ])

  private static let sort = FunctionDeclaration(
    "sort",
    LocalizedText(
      zh: "从小到大排列的列表；元素的类型必须相同且可以比较",
      en: "The elements in ascending order; they must be of one type that has an order"),
    [
      .member(
        "list_sort", [.list(element)], .list(element),
        examples: [FunctionExample("[3, 1, 2].sort()", "[1, 2, 3]")],
        cost: .computed { ListFunctions.sortingCost($0[0].traversalSize) },
        .unary { .list(try ListFunctions.sort($0.list.elements, by: $0.list.elements)) })
    ])

  private static let first = FunctionDeclaration(
    "first",
    LocalizedText(
      zh: "首个元素；空列表为 optional.none()",
      en: "The first element, optional.none() for an empty list"),
    [
      .member(
        "list_first", [.list(element)], .optional(element),
        examples: [FunctionExample("[1, 2].first()", "optional.of(1)")],
        .unary { .optional($0.list.first { _ in true }) })
    ])

  private static let last = FunctionDeclaration(
    "last",
    LocalizedText(
      zh: "末尾元素；空列表为 optional.none()",
      en: "The last element, optional.none() for an empty list"),
    [
      .member(
        "list_last", [.list(element)], .optional(element),
        examples: [FunctionExample("[1, 2].last()", "optional.of(2)")],
        .unary { .optional($0.list.count == 0 ? nil : $0.list[$0.list.count - 1]) })
    ])
}
