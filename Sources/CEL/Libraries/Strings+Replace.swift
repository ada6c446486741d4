// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  static let replace = FunctionDeclaration(
    "replace",
    LocalizedText(
      zh: "把出现的一段文本都换成另一段；可以限制次数，负数表示全部",
      en: "The text with occurrences replaced, all of them or a number; negative means all"),
    [
      .member(
        "string_replace_string_string", [.string, .string, .string], .string,
        examples: [FunctionExample(#""a-b-c".replace("-", "")"#, #""abc""#)],
        cost: .computed { replacementCost($0) },
        .ternary { text, part, replacement in
          .string(
            StringFunctions.replace(
              in: text.string.text, part.string.text, with: replacement.string.text))
        }),
      .member(
        "string_replace_string_string_int", [.string, .string, .string, .int], .string,
        examples: [FunctionExample(#""a-b-c".replace("-", "", 1)"#, #""ab-c""#)],
        cost: .computed { replacementCost($0) },
        .variadic { arguments in
          .string(
            StringFunctions.replace(
              in: arguments[0].string.text, arguments[1].string.text,
              with: arguments[2].string.text, limit: arguments[3].int))
        }),
    ])

  /// The longest result: a replacement for every occurrence that the text has room for.
  private static func replacementCost(_ arguments: [CELValue]) -> Int {
    let size = arguments[0].traversalSize
    let occurrences = size / max(arguments[1].traversalSize, 1) + 1
    return 1 + (size + occurrences * arguments[2].traversalSize) / 10
  }

  static let format = FunctionDeclaration(
    "format",
    LocalizedText(
      zh: """
        按格式填入列表中的值：%s 文本，%d 十进制，%f 与 %.2f 小数，%e 科学计数，\
        %b、%o、%x、%X 二进制、八进制与十六进制，%% 百分号
        """,
      en: """
        The text with values of a list filled in: %s as text, %d decimal, %f or %.2f with \
        decimals, %e with an exponent, %b %o %x %X binary, octal and hexadecimal, %% a percent sign
        """),
    [
      .member(
        "string_format_list", [.string, .list(.dyn)], .string,
        examples: [
          FunctionExample(#""%s has %d users".format(["db1", 3])"#, #""db1 has 3 users""#),
          FunctionExample(#""%.1f%%".format([99.5])"#, #""99.5%""#),
        ],
        cost: .traversal([0, 1]),
        specialization: FunctionSpecialization(argument: 0) { literal in
          let template = try FormatTemplate(literal.string.text)
          return .binary { _, values in .string(try template.filled(with: values.list)) }
        },
        .binary { template, values in
          .string(try FormatTemplate(template.string.text).filled(with: values.list))
        })
    ])
}
