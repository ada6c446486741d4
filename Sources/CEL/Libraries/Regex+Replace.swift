// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  static let regexReplace = FunctionDeclaration(
    "regex.replace",
    LocalizedText(
      zh: #"替换全部匹配，或限定的个数；替换文本中的 \0 至 \9 代表捕获组，\\ 代表反斜杠"#,
      en: #"""
        The text with all matches replaced, or a number of them; in the replacement \0 to \9 stand \#
        for groups and \\ for a backslash
        """#),
    [
      .global(
        "regex_replace_string_string_string", [.string, .string, .string], .string,
        examples: [
          FunctionExample(
            #"regex.replace("key=s3cret", r"(\w+)=\w+", r"\1=***")"#, #""key=***""#)
        ],
        cost: .computed { replaceCost($0) },
        specialization: FunctionSpecialization(argument: 1) { literal in
          let expression = try RegularExpression(literal.string.text)
          return .ternary { text, _, replacement in
            try replaced(text, expression, replacement, limit: -1)
          }
        },
        .ternary { text, pattern, replacement in
          try replaced(text, try compiled(pattern), replacement, limit: -1)
        }),
      .global(
        "regex_replace_string_string_string_int", [.string, .string, .string, .int], .string,
        examples: [FunctionExample(#"regex.replace("banana", "a", "x", 1)"#, #""bxnana""#)],
        cost: .computed { replaceCost($0) },
        specialization: FunctionSpecialization(argument: 1) { literal in
          let expression = try RegularExpression(literal.string.text)
          return .variadic { try replaced($0[0], expression, $0[2], limit: $0[3].int) }
        },
        .variadic {
          try replaced($0[0], try compiled($0[1]), $0[2], limit: $0[3].int)
        }),
    ])

  private static func replaced(
    _ text: CELValue, _ expression: RegularExpression, _ replacement: CELValue, limit: Int64
  ) throws(FunctionFailure) -> CELValue {
    let result = try expression.replace(
      in: text.string.withUTF8 { Array($0) },
      with: ReplacementTemplate(replacement.string.text), limit: limit)
    return .string(String(decoding: result, as: UTF8.self))
  }

  /// Besides the search, a replacement for each byte of the text at worst; one that repeats a group
  /// of the whole text is stopped by the limit on texts.
  private static func replaceCost(_ arguments: [CELValue]) -> Int {
    let size = arguments[0].traversalSize
    return regexCost(arguments) + (size + 1) * arguments[2].traversalSize / 10
  }
}
