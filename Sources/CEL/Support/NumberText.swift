// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers from text, and the forms of numbers that `format` writes.
package enum NumberText {
  /// Returns the shortest text that reads back as the number, without an exponent.
  static func positional(_ value: Double) -> String {
    value.isFinite ? DoubleText.positional(value) : special(value)
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
