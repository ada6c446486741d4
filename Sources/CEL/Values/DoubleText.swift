// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The text form of doubles, which is Go's and ECMAScript's: `1e+21`, `0.1`, `100`.
enum DoubleText {
  /// Returns the shortest text that reads back as the same number.
  static func format(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = decimal(value.magnitude)
    let sign = value < 0 ? "-" : ""
    if exponent < -4 || exponent >= 21 { return sign + scientific(digits, exponent) }
    return sign + positional(digits, exponent)
  }

  /// Returns the shortest text of a finite number without an exponent.
  static func positional(_ value: Double) -> String {
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = decimal(value.magnitude)
    return (value < 0 ? "-" : "") + positional(digits, exponent)
  }

  /// Returns the shortest digits and the exponent of the first of them.
  private static func decimal(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let text = Array(value.description.utf8)
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "e") {
        exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
        break
      }
      if text[index] == UInt8(ascii: ".") {
        point = digits.count
      } else {
        digits.append(text[index])
      }
      index += 1
    }
    exponent += (point ?? digits.count) - 1
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, exponent - zeros)
  }

  private static func scientific(_ digits: [UInt8], _ exponent: Int) -> String {
    var text = String(decoding: digits.prefix(1), as: UTF8.self)
    if digits.count > 1 { text += "." + String(decoding: digits.dropFirst(), as: UTF8.self) }
    let magnitude = String(abs(exponent))
    let padded = magnitude.utf8.count < 2 ? "0" + magnitude : magnitude
    return text + "e" + (exponent < 0 ? "-" : "+") + padded
  }

  private static func positional(_ digits: [UInt8], _ exponent: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
    let whole = exponent + 1
    if digits.count <= whole {
      return text + String(repeating: "0", count: whole - digits.count)
    }
    let split = text.index(text.startIndex, offsetBy: whole)
    return text[..<split] + "." + text[split...]
  }
}
