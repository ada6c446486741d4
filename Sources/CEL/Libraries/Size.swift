// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The sizes of texts and collections.
  static let size = FunctionLibrary(
    "size", LocalizedText(zh: "长度与个数", en: "Lengths and counts"),
    functions: [
      FunctionDeclaration(
        "size",
        LocalizedText(
          zh: "文本的字符数、字节串的字节数、列表或映射的元素数",
          en: "The number of characters, octets, elements or entries"),
        overloads(Overload.global, "size") + overloads(Overload.member, "member_size"))
    ])

  private typealias Form = (
    String, [CELType], CELType, [FunctionExample], Bool, FunctionCost, FunctionSpecialization?,
    FunctionImplementation
  ) -> Overload

  private static func overloads(_ form: Form, _ prefix: String) -> [Overload] {
    let isMember = prefix != "size"
    let example = isMember ? #""准绳".size()"# : "size([1, 2])"
    return [
      form(
        "\(prefix)_string", [.string], .int,
        isMember ? [FunctionExample(example, "2")] : [], false, .one, nil,
        .unary { .int(Int64($0.string.scalarCount)) }),
      form(
        "\(prefix)_bytes", [.bytes], .int, [], false, .one, nil,
        .unary { .int(Int64($0.octets.count)) }),
      form(
        "\(prefix)_list", [.list(.parameter("A"))], .int,
        isMember ? [] : [FunctionExample(example, "2")], false, .one, nil,
        .unary { .int(Int64($0.list.count)) }),
      form(
        "\(prefix)_map", [.map(.parameter("A"), .parameter("B"))], .int, [], false, .one, nil,
        .unary { .int(Int64($0.map.count)) }),
    ]
  }
}
