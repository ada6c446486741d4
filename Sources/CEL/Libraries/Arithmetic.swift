// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics

extension FunctionLibrary {
  /// The operators that compute.
  static let arithmetic = FunctionLibrary(
    "arithmetic",
    LocalizedText(zh: "算术与拼接", en: "Arithmetic and concatenation"),
    functions: [plus, minus, times, divided, remainder, negative])

  private static let plus = FunctionDeclaration(
    "_+_", symbol: "+",
    LocalizedText(
      zh: "求和；拼接文本、字节串或列表；推移时间点",
      en: "The sum; texts, octets or lists in one; a later point in time"),
    numbers(.plus, "add", example: ("1 + 2", "3")) + [
      .global(
        "add_string", [.string, .string], .string,
        examples: [FunctionExample(#""a" + "b""#, #""ab""#)],
        .binary { .string(CELString.make($0.string, $1.string)) }),
      .global("add_bytes", [.bytes, .bytes], .bytes, .binary { .bytes($0.octets + $1.octets) }),
      .global(
        "add_list", [.list(.parameter("A")), .list(.parameter("A"))], .list(.parameter("A")),
        examples: [FunctionExample("[1] + [2]", "[1, 2]")],
        .binary { .list($0.list.elements + $1.list.elements) }),
      .global(
        "add_duration_duration", [.duration, .duration], .duration,
        .binary {
          .duration(nanoseconds: try Arithmetic.duration($0.nanoseconds, .plus, $1.nanoseconds))
        }),
      .global(
        "add_timestamp_duration", [.timestamp, .duration], .timestamp,
        examples: [
          FunctionExample(
            #"timestamp("2026-01-01T00:00:00Z") + duration("24h")"#,
            #"timestamp("2026-01-02T00:00:00Z")"#)
        ],
        .binary { try Arithmetic.later($0.instant, by: $1.nanoseconds) }),
      .global(
        "add_duration_timestamp", [.duration, .timestamp], .timestamp,
        .binary { try Arithmetic.later($1.instant, by: $0.nanoseconds) }),
    ])

  private static let minus = FunctionDeclaration(
    "_-_", symbol: "-",
    LocalizedText(
      zh: "求差；两个时间点之间的时长；更早的时间点",
      en: "The difference; the time between two points in time; an earlier point in time"),
    numbers(.minus, "subtract", example: ("5 - 2", "3")) + [
      .global(
        "subtract_duration_duration", [.duration, .duration], .duration,
        .binary {
          .duration(nanoseconds: try Arithmetic.duration($0.nanoseconds, .minus, $1.nanoseconds))
        }),
      .global(
        "subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration,
        examples: [
          FunctionExample(
            #"timestamp("2026-01-02T00:00:00Z") - timestamp("2026-01-01T00:00:00Z")"#,
            #"duration("24h")"#)
        ],
        .binary {
          guard let difference = $0.instant.nanoseconds(since: $1.instant) else {
            throw FunctionFailure.overflow("duration")
          }
          return .duration(nanoseconds: difference)
        }),
      .global(
        "subtract_timestamp_duration", [.timestamp, .duration], .timestamp,
        .binary {
          guard let instant = $0.instant.subtracting(nanoseconds: $1.nanoseconds) else {
            throw FunctionFailure.overflow("timestamp")
          }
          return .timestamp(instant)
        }),
    ])

  private static let times = FunctionDeclaration(
    "_*_", symbol: "*", LocalizedText(zh: "求积", en: "The product"),
    numbers(.times, "multiply", example: ("6 * 7", "42")))

  private static let divided = FunctionDeclaration(
    "_/_", symbol: "/",
    LocalizedText(zh: "求商；整数舍去小数部分", en: "The quotient; of whole numbers without decimals"),
    numbers(.divided, "divide", example: ("7 / 2", "3")))

  private static let remainder = FunctionDeclaration(
    "_%_", symbol: "%",
    LocalizedText(
      zh: "整数除法的余数，符号同被除数", en: "What a whole division leaves, with the sign of the dividend"),
    Array(numbers(.remainder, "modulo", example: ("7 % 3", "1")).prefix(2)))

  private static let negative = FunctionDeclaration(
    "-_", symbol: "-", LocalizedText(zh: "相反数", en: "The number with the other sign"),
    [
      .global(
        "negate_int64", [.int], .int, examples: [FunctionExample("-(1 + 1)", "-2")],
        .unary { .int(try Arithmetic.apply(.minus, 0, $0.int)) }),
      .global("negate_double", [.double], .double, .unary { .double(-$0.double) }),
    ])

  /// Returns the overloads of an operator on numbers of one type: int, uint, double.
  private static func numbers(
    _ sign: Arithmetic.Sign, _ name: String, example: (String, String)
  ) -> [Overload] {
    [
      .global(
        "\(name)_int64", [.int, .int], .int,
        examples: [FunctionExample(example.0, example.1)],
        .binary { .int(try Arithmetic.apply(sign, $0.int, $1.int)) }),
      .global(
        "\(name)_uint64", [.uint, .uint], .uint,
        .binary { .uint(try Arithmetic.apply(sign, $0.uint, $1.uint)) }),
      .global(
        "\(name)_double", [.double, .double], .double,
        .binary { .double(Arithmetic.apply(sign, $0.double, $1.double) ?? .nan) }),
    ]
  }
}

extension Arithmetic {
  /// Returns a duration in nanoseconds; throws when it does not fit.
  fileprivate static func duration(
    _ a: Int64, _ sign: Sign, _ b: Int64
  ) throws(FunctionFailure) -> Int64 {
    do throws(FunctionFailure) {
      return try apply(sign, a, b)
    } catch { throw .overflow("duration") }
  }

  /// Returns a later timestamp; throws when it is out of range.
  fileprivate static func later(
    _ instant: Instant, by nanoseconds: Int64
  ) throws(FunctionFailure) -> CELValue {
    guard let later = instant.adding(nanoseconds: nanoseconds) else {
      throw .overflow("timestamp")
    }
    return .timestamp(later)
  }
}
