// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics

extension FunctionLibrary {
  /// The functions that turn a value into another type.
  static let conversions = FunctionLibrary(
    "conversions",
    LocalizedText(zh: "类型转换", en: "From one type to another"),
    functions: [bool, bytes, double, dyn, int, string, type, uint])

  private static let bool = FunctionDeclaration(
    "bool",
    LocalizedText(
      zh: "文本 true、t、1 与 false、f、0 所表示的真假",
      en: "The truth value of the texts true, t, 1 and false, f, 0"),
    [
      .global("bool_to_bool", [.bool], .bool, .unary { $0 }),
      .global(
        "string_to_bool", [.string], .bool, examples: [FunctionExample(#"bool("true")"#, "true")],
        .unary { .bool(try read($0, .bool, NumberText.bool)) }),
    ])

  private static let bytes = FunctionDeclaration(
    "bytes",
    LocalizedText(zh: "文本的 UTF-8 字节", en: "The bytes of a text in UTF-8"),
    [
      .global("bytes_to_bytes", [.bytes], .bytes, .unary { $0 }),
      .global(
        "string_to_bytes", [.string], .bytes, examples: [FunctionExample(#"bytes("a")"#, #"b"a""#)],
        cost: .traversal([0]),
        .unary { .bytes($0.string.withUTF8 { Array($0) }) }),
    ])

  private static let double = FunctionDeclaration(
    "double",
    LocalizedText(zh: "最接近的浮点数", en: "The nearest floating-point number"),
    [
      .global("double_to_double", [.double], .double, .unary { $0 }),
      .global(
        "int_to_double", [.int], .double, examples: [FunctionExample("double(3)", "3.0")],
        .unary { .double(Double($0.int)) }),
      .global("uint_to_double", [.uint], .double, .unary { .double(Double($0.uint)) }),
      .global(
        "string_to_double", [.string], .double,
        examples: [FunctionExample(#"double("2.5")"#, "2.5")], cost: .traversal([0]),
        .unary { .double(try read($0, .double, NumberText.double)) }),
    ])

  private static let dyn = FunctionDeclaration(
    "dyn",
    LocalizedText(
      zh: "值不变，但类型留到运行时再检查", en: "The same value, whose type is left to evaluation"),
    [
      .global(
        "to_dyn", [.parameter("T")], .dyn, examples: [FunctionExample("dyn(1) == 1.0", "true")],
        cost: .constant(0), .unary { $0 })
    ])

  private static let int = FunctionDeclaration(
    "int",
    LocalizedText(
      zh: "去掉小数的整数；时间点则为自 1970 年起的秒数",
      en: "The whole number without decimals; of a timestamp the seconds since 1970"),
    [
      .global("int_to_int", [.int], .int, .unary { $0 }),
      .global(
        "uint_to_int", [.uint], .int,
        .unary {
          guard let number = Int64(exactly: $0.uint) else {
            throw FunctionFailure.conversionOutOfRange($0, .int)
          }
          return .int(number)
        }),
      .global(
        "double_to_int", [.double], .int, examples: [FunctionExample("int(-7.9)", "-7")],
        .unary {
          // Both bounds are excluded, as the specification has it for the lower one.
          let limit = 0x1p63
          guard $0.double > -limit, $0.double < limit else {
            throw FunctionFailure.conversionOutOfRange($0, .int)
          }
          return .int(Int64($0.double))
        }),
      .global(
        "string_to_int", [.string], .int, examples: [FunctionExample(#"int("90")"#, "90")],
        cost: .traversal([0]), .unary { .int(try read($0, .int, NumberText.int)) }),
      .global("timestamp_to_int", [.timestamp], .int, .unary { .int($0.instant.seconds) }),
    ])

  private static let string = FunctionDeclaration(
    "string",
    LocalizedText(zh: "值的文本", en: "The text of a value"),
    [
      .global("string_to_string", [.string], .string, .unary { $0 }),
      .global(
        "bool_to_string", [.bool], .string, .unary { .string($0.bool ? "true" : "false") }),
      .global(
        "bytes_to_string", [.bytes], .string, cost: .traversal([0]),
        .unary {
          guard let text = CELString.make(validating: $0.octets) else {
            throw FunctionFailure.invalidUTF8
          }
          return .string(text)
        }),
      .global(
        "double_to_string", [.double], .string,
        examples: [FunctionExample("string(0.5)", #""0.5""#)],
        .unary { .string(DoubleText.format($0.double)) }),
      .global(
        "duration_to_string", [.duration], .string,
        examples: [FunctionExample(#"string(duration("2h"))"#, #""7200s""#)],
        .unary { .string(DurationText.format($0.nanoseconds)) }),
      .global("int_to_string", [.int], .string, .unary { .string(String($0.int)) }),
      .global(
        "timestamp_to_string", [.timestamp], .string, .unary { .string($0.instant.timestampText) }),
      .global("uint_to_string", [.uint], .string, .unary { .string(String($0.uint)) }),
    ])

  private static let type = FunctionDeclaration(
    "type",
    LocalizedText(zh: "值的类型", en: "The type of a value"),
    [
      .global(
        "type", [.parameter("T")], .type(.parameter("T")),
        examples: [FunctionExample("type(1) == int", "true")], .unary { .type($0.type) })
    ])

  private static let uint = FunctionDeclaration(
    "uint",
    LocalizedText(zh: "去掉小数的无符号整数", en: "The unsigned whole number without decimals"),
    [
      .global("uint_to_uint", [.uint], .uint, .unary { $0 }),
      .global(
        "int_to_uint", [.int], .uint, examples: [FunctionExample("uint(3)", "3u")],
        .unary {
          guard let number = UInt64(exactly: $0.int) else {
            throw FunctionFailure.conversionOutOfRange($0, .uint)
          }
          return .uint(number)
        }),
      .global(
        "double_to_uint", [.double], .uint,
        .unary {
          guard $0.double >= 0, $0.double < 0x1p64 else {
            throw FunctionFailure.conversionOutOfRange($0, .uint)
          }
          return .uint(UInt64($0.double))
        }),
      .global(
        "string_to_uint", [.string], .uint, cost: .traversal([0]),
        .unary { .uint(try read($0, .uint, NumberText.uint)) }),
    ])

  /// Reads a value from a text, which must be one of a type.
  private static func read<Value>(
    _ text: CELValue, _ type: CELType, _ read: (String) -> Value?
  ) throws(FunctionFailure) -> Value {
    guard let value = read(text.string.text) else {
      throw .unreadable(text.string.text, type)
    }
    return value
  }
}
