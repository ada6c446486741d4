// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The bitwise functions of the `math` library; numbers of the two types do not mix.
  static let bits: [FunctionDeclaration] = [
    combination(
      "bitAnd", "math.bitAnd(22, 18)", "18",
      LocalizedText(zh: "按位与", en: "The bits that both numbers have")
    ) { $0 & $1 },
    combination(
      "bitOr", "math.bitOr(1, 4)", "5",
      LocalizedText(zh: "按位或", en: "The bits that at least one number has")
    ) { $0 | $1 },
    combination(
      "bitXor", "math.bitXor(1, 3)", "2",
      LocalizedText(zh: "按位异或", en: "The bits that exactly one number has")
    ) { $0 ^ $1 },
    bitNot,
    shift(
      "bitShiftLeft", "math.bitShiftLeft(1, 2)", "4",
      LocalizedText(
        zh: "左移若干位；移 64 位或更多得 0，位数不得为负",
        en: "The bits moved left; 64 places or more give 0, a negative number is an error"),
      BitFunctions.shiftLeft),
    shift(
      "bitShiftRight", "math.bitShiftRight(1024, 2)", "256",
      LocalizedText(
        zh: "右移若干位，左边补零；移 64 位或更多得 0，位数不得为负",
        en: """
          The bits moved right, with zeros coming in; 64 places or more give 0, a negative number \
          is an error
          """),
      BitFunctions.shiftRight),
  ]

  private static func combination(
    _ name: String, _ expression: String, _ result: String, _ documentation: LocalizedText,
    _ combine: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      "math." + name, documentation,
      [
        .global(
          "math_\(name)_int_int", [.int, .int], .int,
          examples: [FunctionExample(expression, result)],
          .binary { .int(signed(combine(unsigned($0.int), unsigned($1.int)))) }),
        .global(
          "math_\(name)_uint_uint", [.uint, .uint], .uint,
          .binary { .uint(combine($0.uint, $1.uint)) }),
      ])
  }

  private static let bitNot = FunctionDeclaration(
    "math.bitNot",
    LocalizedText(zh: "按位取反", en: "The bits that the number does not have"),
    [
      .global(
        "math_bitNot_int", [.int], .int, examples: [FunctionExample("math.bitNot(1)", "-2")],
        .unary { .int(~$0.int) }),
      .global("math_bitNot_uint", [.uint], .uint, .unary { .uint(~$0.uint) }),
    ])

  private static func shift(
    _ name: String, _ expression: String, _ result: String, _ documentation: LocalizedText,
    _ shift: @escaping @Sendable (UInt64, Int64) throws -> UInt64
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      "math." + name, documentation,
      [
        .global(
          "math_\(name)_int_int", [.int, .int], .int,
          examples: [FunctionExample(expression, result)],
          .binary { .int(signed(try shift(unsigned($0.int), $1.int))) }),
        .global(
          "math_\(name)_uint_int", [.uint, .int], .uint,
          .binary { .uint(try shift($0.uint, $1.int)) }),
      ])
  }

  private static func unsigned(_ number: Int64) -> UInt64 { UInt64(bitPattern: number) }

  private static func signed(_ bits: UInt64) -> Int64 { Int64(bitPattern: bits) }
}
