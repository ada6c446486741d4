// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The text forms of numbers, as Go's `strconv` and `fmt` write and read them.
package enum NumberText {
  /// Returns the shortest digits that read back as the number, as Go's `%g`: `0.1`, `1e+21`.
  ///
  /// An exponent is written when it is less than -4 or greater than 5.
  package static func shortest(_ value: Double) -> String {
    guard let decimal = Decimal(value) else { return special(value) }
    let exponent = decimal.point - 1
    return exponent < -4 || exponent > 5 ? decimal.scientific : decimal.positional
  }

  /// Returns the shortest text that reads back as the number, without an exponent.
  static func positional(_ value: Double) -> String {
    Decimal(value)?.positional ?? special(value)
  }

  /// Returns the number with a fixed number of decimals.
  static func fixed(_ value: Double, decimals: Int) -> String {
    value.isFinite ? printed(value, "%.*f", decimals) : special(value)
  }

  /// Returns one digit, a fixed number of decimals and an exponent.
  static func scientific(_ value: Double, decimals: Int) -> String {
    value.isFinite ? printed(value, "%.*e", decimals) : special(value)
  }

  /// Parses a signed decimal number of 64 bits.
  package static func int(_ text: String) -> Int64? { Int64(text) }

  /// Parses an unsigned decimal number of 64 bits; a sign is refused.
  package static func uint(_ text: String) -> UInt64? {
    text.utf8.allSatisfy(\.isDigit) ? UInt64(text) : nil
  }

  /// Parses a decimal number, `NaN`, or `Infinity` or `Inf` with or without a sign.
  ///
  /// The names may be in any case. A finite number that does not fit is refused.
  package static func double(_ text: String) -> Double? {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard let first = rest.first, first.isDigit || first == UInt8(ascii: ".") else {
      return named(text)
    }
    guard isDecimal(rest), let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Parses one of the spellings of true and false that Go knows.
  package static func bool(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "true", "TRUE", "True": true
    case "0", "f", "F", "false", "FALSE", "False": false
    default: nil
    }
  }

  private static func named(_ text: String) -> Double? {
    switch text.lowercased() {
    case "nan": .nan
    case "inf", "+inf", "infinity", "+infinity": .infinity
    case "-inf", "-infinity": -.infinity
    default: nil
    }
  }

  private static func special(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
  }

  /// Whether the text is digits with at most one point, then possibly an exponent.
  private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 | 0x20 == 0x65 })
    let digits = parts[0].filter { $0 != UInt8(ascii: ".") }
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit), parts[0].count - digits.count <= 1 else {
      return false
    }
    guard parts.count == 2 else { return true }
    let exponent =
      parts[1].first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } == true
      ? parts[1].dropFirst() : parts[1]
    return !exponent.isEmpty && exponent.allSatisfy(\.isDigit)
  }

  private static func printed(_ value: Double, _ format: String, _ decimals: Int) -> String {
    // The largest number has 309 digits before the point.
    let bytes = [UInt8](unsafeUninitializedCapacity: 330 + decimals) { buffer, count in
      let capacity = buffer.count
      count = buffer.withMemoryRebound(to: CChar.self) { characters in
        withVaList([CInt(decimals), value]) {
          Int(vsnprintf(characters.baseAddress, capacity, format, $0))
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The shortest decimal digits that tell a number from its neighbours.
private struct Decimal {
  private let isNegative: Bool
  /// At least one digit; no zeros at either end but for zero itself.
  private let digits: [UInt8]
  /// The number of digits before the decimal point, negative for zeros after it.
  let point: Int

  /// The digits of a finite number, taken from its description in the standard library.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value.sign == .minus
    let text = value.magnitude.description.utf8
    let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
    let exponent = Int(String(text.dropFirst(mantissa.count + 1)) ?? "") ?? 0
    let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
    let all = mantissa.filter { $0 != UInt8(ascii: ".") }
    let significant = all.drop { $0 == UInt8(ascii: "0") }
    guard let last = significant.lastIndex(where: { $0 != UInt8(ascii: "0") }) else {
      digits = [UInt8(ascii: "0")]
      point = 1
      return
    }
    digits = Array(significant[...last])
    point = whole.count + exponent - (all.count - significant.count)
  }

  var positional: String {
    let zero = UInt8(ascii: "0")
    var result: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    if point <= 0 {
      result += [zero, UInt8(ascii: ".")] + repeatElement(zero, count: -point) + digits
    } else if digits.count <= point {
      result += digits + repeatElement(zero, count: point - digits.count)
    } else {
      result += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
    }
    return String(decoding: result, as: UTF8.self)
  }

  var scientific: String {
    var result: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    result.append(digits[0])
    if digits.count > 1 { result += [UInt8(ascii: ".")] + digits[1...] }
    let exponent = point - 1
    let number = String(exponent.magnitude)
    let sign = exponent < 0 ? "-" : "+"
    return String(decoding: result, as: UTF8.self) + "e" + sign + (number.utf8.count < 2 ? "0" : "")
      + number
  }
}
