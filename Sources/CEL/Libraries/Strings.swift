// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The functions of cel-go's `strings` extension, version 4.
  static let strings = FunctionLibrary(
    "strings",
    LocalizedText(zh: "文本的截取、查找、替换与排版", en: "Cutting, searching, replacing and formatting text"),
    functions: [
      charAt, indexOf, lastIndexOf, substring, split, join, replace, trim, lowerAscii, upperAscii,
      reverse, quote, format,
    ])

  private static let charAt = FunctionDeclaration(
    "charAt",
    LocalizedText(
      zh: "某一位置上的字符，从 0 数起；位置等于长度时为空文本",
      en: "The character at a position from 0; empty text when the position is the length"),
    [
      .member(
        "string_char_at_int", [.string, .int], .string,
        examples: [FunctionExample(#""准绳".charAt(1)"#, #""绳""#)], cost: .traversal([0]),
        .binary { .string(try StringFunctions.character(of: $0.string.text, at: $1.int)) })
    ])

  private static let indexOf = FunctionDeclaration(
    "indexOf",
    LocalizedText(
      zh: "一段文本首次出现的位置，没有则为 -1；可以指定从哪个位置找起",
      en: "The position of the first occurrence, or -1; the search can start at a position"),
    [
      .member(
        "string_index_of_string", [.string, .string], .int,
        examples: [FunctionExample(#""user@host".indexOf("@")"#, "4")], cost: .traversal([0, 1]),
        .binary {
          .int(try StringFunctions.firstPosition(of: $1.string.text, in: $0.string.text))
        }),
      .member(
        "string_index_of_string_int", [.string, .string, .int], .int,
        examples: [FunctionExample(#""a.b.c".indexOf(".", 2)"#, "3")], cost: .traversal([0, 1]),
        .ternary {
          .int(
            try StringFunctions.firstPosition(
              of: $1.string.text, in: $0.string.text, from: $2.int))
        }),
    ])

  private static let lastIndexOf = FunctionDeclaration(
    "lastIndexOf",
    LocalizedText(
      zh: "一段文本最后出现的位置，没有则为 -1；可以指定最晚的起始位置",
      en: "The position of the last occurrence, or -1; the latest start can be given"),
    [
      .member(
        "string_last_index_of_string", [.string, .string], .int,
        examples: [FunctionExample(#""/etc/ssh/sshd_config".lastIndexOf("/")"#, "8")],
        cost: .traversal([0, 1]),
        .binary {
          .int(try StringFunctions.lastPosition(of: $1.string.text, in: $0.string.text))
        }),
      .member(
        "string_last_index_of_string_int", [.string, .string, .int], .int,
        examples: [FunctionExample(#""a.b.c".lastIndexOf(".", 2)"#, "1")],
        cost: .traversal([0, 1]),
        .ternary {
          .int(
            try StringFunctions.lastPosition(
              of: $1.string.text, in: $0.string.text, upTo: $2.int))
        }),
    ])

  private static let substring = FunctionDeclaration(
    "substring",
    LocalizedText(
      zh: "从起点到终点（不含）的一段；不写终点则到结尾",
      en: "The part from a start to just before an end, or to the end of the text"),
    [
      .member(
        "string_substring_int", [.string, .int], .string,
        examples: [FunctionExample(#""TLSv1.3".substring(4)"#, #""1.3""#)], cost: .traversal([0]),
        .binary { .string(try StringFunctions.substring(of: $0.string.text, from: $1.int)) }),
      .member(
        "string_substring_int_int", [.string, .int, .int], .string,
        examples: [FunctionExample(#""TLSv1.3".substring(0, 3)"#, #""TLS""#)],
        cost: .traversal([0]),
        .ternary {
          .string(
            try StringFunctions.substring(of: $0.string.text, from: $1.int, to: $2.int))
        }),
    ])

  private static let split = FunctionDeclaration(
    "split",
    LocalizedText(
      zh: "按分隔文本拆成列表；可以限制份数，余下的归入最后一份",
      en: "The parts between separators; a limit leaves the rest in the last part"),
    [
      .member(
        "string_split_string", [.string, .string], .list(.string),
        examples: [FunctionExample(#""a,b,c".split(",")"#, #"["a", "b", "c"]"#)],
        cost: .traversal([0, 1]),
        .binary { parts(StringFunctions.split($0.string.text, around: $1.string.text)) }),
      .member(
        "string_split_string_int", [.string, .string, .int], .list(.string),
        examples: [FunctionExample(#""a,b,c".split(",", 2)"#, #"["a", "b,c"]"#)],
        cost: .traversal([0, 1]),
        .ternary {
          parts(
            StringFunctions.split($0.string.text, around: $1.string.text, limit: $2.int))
        }),
    ])

  private static func parts(_ texts: [String]) -> CELValue {
    .list(texts.map { CELValue.string($0) })
  }

  private static let join = FunctionDeclaration(
    "join",
    LocalizedText(
      zh: "把文本列表连成一段文本，可以指定分隔文本",
      en: "The texts of a list in one, with a separator if one is given"),
    [
      .member(
        "list_join", [.list(.string)], .string,
        examples: [FunctionExample(#"["a", "b"].join()"#, #""ab""#)], cost: .traversal([0]),
        .unary { try joined($0.list, separator: "") }),
      .member(
        "list_join_string", [.list(.string), .string], .string,
        examples: [FunctionExample(#"["a", "b"].join(", ")"#, #""a, b""#)], cost: .traversal([0]),
        .binary { try joined($0.list, separator: $1.string.text) }),
    ])

  private static func joined(
    _ list: CELList, separator: String
  ) throws(FunctionFailure) -> CELValue {
    var result = TextBuilder()
    for (index, element) in list.enumerated() {
      guard case .string(let text) = element else {
        throw .elementNotText(index: index, type: element.type.runtimeName)
      }
      if index > 0 { try result.append(separator) }
      try result.append(text.text)
    }
    return .string(result.text)
  }

  private static let trim = FunctionDeclaration(
    "trim",
    LocalizedText(
      zh: "去掉首尾空白的文本", en: "The text without white space at its ends"),
    [
      .member(
        "string_trim", [.string], .string,
        examples: [FunctionExample(#""  no\n".trim()"#, #""no""#)], cost: .traversal([0]),
        .unary { .string(StringFunctions.trim($0.string.text)) })
    ])

  private static let lowerAscii = FunctionDeclaration(
    "lowerAscii",
    LocalizedText(
      zh: "把 A 至 Z 变为小写的文本，其余不变",
      en: "The text with A to Z made small, all else unchanged"),
    [
      .member(
        "string_lower_ascii", [.string], .string,
        examples: [FunctionExample(#""No".lowerAscii()"#, #""no""#)], cost: .traversal([0]),
        .unary { .string(StringFunctions.lowercaseASCII($0.string.text)) })
    ])

  private static let upperAscii = FunctionDeclaration(
    "upperAscii",
    LocalizedText(
      zh: "把 a 至 z 变为大写的文本，其余不变",
      en: "The text with a to z made capital, all else unchanged"),
    [
      .member(
        "string_upper_ascii", [.string], .string,
        examples: [FunctionExample(#""info".upperAscii()"#, #""INFO""#)], cost: .traversal([0]),
        .unary { .string(StringFunctions.uppercaseASCII($0.string.text)) })
    ])

  private static let reverse = FunctionDeclaration(
    "reverse",
    LocalizedText(zh: "字符顺序颠倒的文本", en: "The characters from last to first"),
    [
      .member(
        "string_reverse", [.string], .string,
        examples: [FunctionExample(#""准绳".reverse()"#, #""绳准""#)], cost: .traversal([0]),
        .unary { .string(StringFunctions.reverse($0.string.text)) })
    ])

  private static let quote = FunctionDeclaration(
    "strings.quote",
    LocalizedText(
      zh: "加上双引号并转义的文本", en: "The text in double quotes, with escapes"),
    [
      .global(
        "strings_quote", [.string], .string,
        examples: [FunctionExample(#"strings.quote("a\tb")"#, #"'"a\\tb"'"#)],
        cost: .traversal([0]),
        .unary { .string(StringFunctions.quote($0.string.text)) })
    ])
}
