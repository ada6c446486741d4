// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// File permissions.
  static let files = FunctionLibrary(
    "files",
    LocalizedText(zh: "文件权限", en: "File permissions"), functions: [isAtMost])

  private static let isAtMost = FunctionDeclaration(
    "isAtMost",
    LocalizedText(
      zh: "文件权限是否没有超出给定权限的位；权限写作八进制文本或位的数值",
      en: """
        Whether no permission bit is set beyond the given ones; modes are octal text or the number \
        of their bits
        """),
    [
      .member(
        "string_is_at_most_string", [.string, .string], .bool,
        examples: [FunctionExample(#""0644".isAtMost("0640")"#, "false")],
        specialization: limit { try FileMode(octal: $0.string.text) },
        .binary {
          .bool(try FileMode(octal: $0.string.text).isAtMost(FileMode(octal: $1.string.text)))
        }),
      .member(
        "int_is_at_most_string", [.int, .string], .bool,
        examples: [FunctionExample(#"384.isAtMost("0640")"#, "true")],
        specialization: limit { try FileMode(bits: $0.int) },
        .binary {
          .bool(try FileMode(bits: $0.int).isAtMost(FileMode(octal: $1.string.text)))
        }),
      .member(
        "int_is_at_most_int", [.int, .int], .bool,
        .binary { .bool(try FileMode(bits: $0.int).isAtMost(FileMode(bits: $1.int))) }),
    ])

  private static func limit(
    _ mode: @escaping @Sendable (CELValue) throws -> FileMode
  ) -> FunctionSpecialization {
    FunctionSpecialization(argument: 1) { literal in
      let limit = try FileMode(octal: literal.string.text)
      return .binary { value, _ in .bool(try mode(value).isAtMost(limit)) }
    }
  }
}
