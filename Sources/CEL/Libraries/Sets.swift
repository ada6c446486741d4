// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The functions of cel-go's `sets` extension: lists taken as sets.
  static let sets = FunctionLibrary(
    "sets",
    LocalizedText(
      zh: "把列表当作集合比较，不计次序和重复", en: "Lists compared as sets, without order or repetition"),
    functions: [
      relation(
        "contains", "sets.contains([1, 2, 3], [2, 2])", "true",
        LocalizedText(
          zh: "第一个列表是否含有第二个列表的全部元素",
          en: "Whether the first list has every element of the second")
      ) { whole, part in
        let set = ValueSet(whole)
        return part.allSatisfy(set.contains)
      },
      relation(
        "equivalent", "sets.equivalent([1, 2], [2, 1, 1])", "true",
        LocalizedText(zh: "两个列表的元素是否相同", en: "Whether both lists have the same elements")
      ) { a, b in
        let (first, second) = (ValueSet(a), ValueSet(b))
        return b.allSatisfy(first.contains) && a.allSatisfy(second.contains)
      },
      relation(
        "intersects", #"sets.intersects(["TLSv1"], ["SSLv3", "TLSv1"])"#, "true",
        LocalizedText(zh: "两个列表是否有共同的元素", en: "Whether the lists have an element in common")
      ) { a, b in
        let set = ValueSet(a)
        return b.contains(where: set.contains)
      },
    ])

  private static func relation(
    _ name: String, _ expression: String, _ result: String, _ documentation: LocalizedText,
    _ test: @escaping @Sendable (CELList, CELList) -> Bool
  ) -> FunctionDeclaration {
    let element = CELType.parameter("T")
    return FunctionDeclaration(
      "sets." + name, documentation,
      [
        .global(
          "list_sets_\(name)_list", [.list(element), .list(element)], .bool,
          examples: [FunctionExample(expression, result)],
          cost: .computed { 1 + $0[0].traversalSize * $0[1].traversalSize },
          .binary { .bool(test($0.list, $1.list)) })
      ])
  }
}
