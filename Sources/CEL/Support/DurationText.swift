// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The text form of durations, which are nanoseconds in 64 bits: at most about 292 years.
package enum DurationText {
  /// One second in nanoseconds.
  package static let second: Int64 = 1_000_000_000

  /// Parses decimal numbers with units, such as `1h30m1.5s`, into nanoseconds.
  ///
  /// The syntax is that of Go: an optional sign, then numbers with `h m s ms us µs ns`, or only
  /// `0`. Digits of less than a nanosecond are dropped. Throws when the text is malformed or the
  /// duration does not fit.
  package static func parse(_ text: String) throws(FunctionFailure) -> Int64 {
    var rest = Array(text.utf8)[...]
    var negative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    if rest.elementsEqual([UInt8(ascii: "0")]) { return 0 }
    if rest.isEmpty { throw .invalidDuration(text) }
    var total: UInt64 = 0
    while !rest.isEmpty {
      let term = try parseTerm(&rest, of: text)
      let (sum, overflow) = total.addingReportingOverflow(term)
      if overflow { throw .durationOutOfRange(text) }
      total = sum
    }
    if negative {
      guard total <= Int64.min.magnitude else { throw .durationOutOfRange(text) }
      return Int64(truncatingIfNeeded: 0 &- total)
    }
    guard let nanoseconds = Int64(exactly: total) else { throw .durationOutOfRange(text) }
    return nanoseconds
  }

  /// Returns the text form: seconds with as many decimals as needed, such as `7200s` or `-1.5s`.
  package static func format(_ nanoseconds: Int64) -> String {
    let magnitude = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    let fraction = fraction(ofSecond: Int64(magnitude % UInt64(second)))
    return "\(sign)\(magnitude / UInt64(second))\(fraction)s"
  }

  /// Returns nanoseconds as `.` and decimals without trailing zeros; empty for zero.
  static func fraction(ofSecond nanoseconds: Int64) -> String {
    guard nanoseconds != 0 else { return "" }
    let digits = String(nanoseconds)
    let padded = String(repeating: "0", count: 9 - digits.utf8.count) + digits
    return "." + padded.prefix(upTo: padded.lastIndex { $0 != "0" }.map(padded.index(after:))!)
  }

  private static func parseTerm(
    _ rest: inout ArraySlice<UInt8>, of text: String
  ) throws(FunctionFailure) -> UInt64 {
    let whole = rest.prefix(while: \.isDigit)
    rest = rest[whole.endIndex...]
    var decimals = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      decimals = rest.dropFirst().prefix(while: \.isDigit)
      rest = rest[decimals.endIndex...]
    }
    if whole.isEmpty && decimals.isEmpty { throw .invalidDuration(text) }
    let name = rest.prefix { !$0.isDigit && $0 != UInt8(ascii: ".") }
    rest = rest[name.endIndex...]
    guard let unit = units[String(decoding: name, as: UTF8.self)] else {
      throw .unknownDurationUnit(String(decoding: name, as: UTF8.self), in: text)
    }
    guard let count = UInt64(digits: whole) else { throw .durationOutOfRange(text) }
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    let (sum, overflows) = product.addingReportingOverflow(fraction(decimals, of: unit))
    if overflow || overflows { throw .durationOutOfRange(text) }
    return sum
  }

  /// Returns the nanoseconds of decimals of a unit. Digits after the fifteenth, which are worth less
  /// than a nanosecond of any unit, are ignored so that no product overflows.
  private static func fraction(_ decimals: ArraySlice<UInt8>, of unit: UInt64) -> UInt64 {
    var result: UInt64 = 0
    var scale: UInt64 = 1
    for digit in decimals.prefix(15) {
      result = result * 10 + UInt64(digit - UInt8(ascii: "0"))
      scale *= 10
    }
    let (high, low) = result.multipliedFullWidth(by: unit)
    return scale.dividingFullWidth((high, low)).quotient
  }

  private static let units: [String: UInt64] = [
    "ns": 1, "us": 1_000, "\u{B5}s": 1_000, "\u{3BC}s": 1_000, "ms": 1_000_000,
    "s": 1_000_000_000, "m": 60_000_000_000, "h": 3_600_000_000_000,
  ]
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}

extension FixedWidthInteger {
  /// The number that ASCII digits write, 0 for none; `nil` when it does not fit.
  init?(digits: some Sequence<UInt8>) {
    var value: Self = 0
    for digit in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = product.addingReportingOverflow(Self(digit - UInt8(ascii: "0")))
      if overflow || overflows { return nil }
      value = sum
    }
    self = value
  }
}
