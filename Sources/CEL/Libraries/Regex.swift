// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// Regular expressions in the syntax of RE2: the standard's `matches` and cel-go's `regex`.
  static let regex = FunctionLibrary(
    "regex",
    LocalizedText(zh: "RE2 正则表达式，耗时与文本长度成正比", en: "RE2 regular expressions, in linear time"),
    functions: [matches, extract, extractAll, regexReplace])

  private static let matches = FunctionDeclaration(
    "matches",
    LocalizedText(
      zh: "正则表达式是否与文本的某一部分匹配；要匹配全文请用 ^ 和 $",
      en: "Whether a regular expression matches a part of a text; use ^ and $ for all of it"),
    [
      .member(
        "matches_string", [.string, .string], .bool,
        examples: [FunctionExample(#""0640".matches("^0[0-6]")"#, "true")],
        cost: .computed { regexCost($0) }, specialization: matchesConstant, matchesComputed),
      .global(
        "matches", [.string, .string], .bool,
        examples: [FunctionExample(#"matches("TLSv1.3", "v1[.][23]$")"#, "true")],
        cost: .computed { regexCost($0) }, specialization: matchesConstant, matchesComputed),
    ])

  private static let matchesConstant = FunctionSpecialization(argument: 1) { literal in
    let expression = try RegularExpression(literal.string.text)
    return .binary { text, _ in .bool(text.string.withUTF8 { expression.matches($0) }) }
  }

  private static let matchesComputed = FunctionImplementation.binary { text, pattern in
    let expression = try compiled(pattern)
    return .bool(text.string.withUTF8 { expression.matches($0) })
  }

  private static let extract = FunctionDeclaration(
    "regex.extract",
    LocalizedText(
      zh: "首个匹配；正则表达式有一个捕获组时为该组的内容；没有匹配则为 optional.none()",
      en: """
        The first match, or what the only capturing group has of it; optional.none() when nothing \
        matches
        """),
    [
      .global(
        "regex_extract_string_string", [.string, .string], .optional(.string),
        examples: [
          FunctionExample(
            #"regex.extract("OpenSSH_9.2p1", r"_(\d+[.]\d+)")"#, #"optional.of("9.2")"#)
        ],
        cost: .computed { regexCost($0) },
        specialization: extraction { try extracted(from: $0, by: $1) },
        .binary { try extracted(from: $0, by: try compiled($1)) })
    ])

  private static let extractAll = FunctionDeclaration(
    "regex.extractAll",
    LocalizedText(
      zh: "全部匹配；正则表达式有一个捕获组时为该组的非空内容",
      en: "All matches, or what the only capturing group has of them where that is not empty"),
    [
      .global(
        "regex_extractAll_string_string", [.string, .string], .list(.string),
        examples: [
          FunctionExample(#"regex.extractAll("id:1, id:2", r"id:(\d)")"#, #"["1", "2"]"#)
        ],
        cost: .computed { regexCost($0) },
        specialization: extraction { try allExtracted(from: $0, by: $1) },
        .binary { try allExtracted(from: $0, by: try compiled($1)) })
    ])

  /// A specialization for a literal pattern, which must have at most one group.
  private static func extraction(
    _ extract: @escaping @Sendable (CELValue, RegularExpression) throws -> CELValue
  ) -> FunctionSpecialization {
    FunctionSpecialization(argument: 1) { literal in
      let expression = try RegularExpression(literal.string.text)
      try expression.requireAtMostOneGroup()
      return .binary { text, _ in try extract(text, expression) }
    }
  }

  private static func extracted(
    from text: CELValue, by expression: RegularExpression
  ) throws(FunctionFailure) -> CELValue {
    let bytes = text.string.withUTF8 { Array($0) }
    let range = try expression.extract(from: bytes)
    return .optional(range.map { CELValue.string(String(decoding: bytes[$0], as: UTF8.self)) })
  }

  private static func allExtracted(
    from text: CELValue, by expression: RegularExpression
  ) throws(FunctionFailure) -> CELValue {
    let bytes = text.string.withUTF8 { Array($0) }
    let ranges = try expression.extractAll(from: bytes)
    return .list(ranges.map { CELValue.string(String(decoding: bytes[$0], as: UTF8.self)) })
  }

  static func compiled(_ pattern: CELValue) throws(FunctionFailure) -> RegularExpression {
    try RegularExpressionCache.shared.expression(for: pattern.string.text)
  }

  /// cel-go's charge: a tenth of the text's length times a quarter of the pattern's.
  static func regexCost(_ arguments: [CELValue]) -> Int {
    1 + (arguments[0].traversalSize + 1) * arguments[1].traversalSize / 40
  }
}
