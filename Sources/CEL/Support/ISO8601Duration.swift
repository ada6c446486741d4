// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Durations as catalogs write them: ISO 8601, such as `P180D` or `PT4H30M`.
package enum ISO8601Duration {
  /// Parses an ISO 8601 duration of weeks, days, hours, minutes and seconds into nanoseconds.
  ///
  /// A day is 24 hours. Years and months are refused because their length depends on the date.
  /// Seconds may have up to nine decimals after a point or a comma; a leading `-` negates.
  package static func parse(_ text: String) throws(FunctionFailure) -> Int64 {
    var rest = Array(text.utf8)[...]
    let negative = rest.first == UInt8(ascii: "-")
    if negative { rest.removeFirst() }
    guard rest.popFirst() == UInt8(ascii: "P") else { throw .invalidISO8601Duration(text) }
    let date = rest.prefix { $0 != UInt8(ascii: "T") }
    var total = Total(text: text, negative: negative)
    try total.add(date, units: dateUnits)
    rest = rest[date.endIndex...]
    if rest.popFirst() != nil {
      if rest.isEmpty { throw .invalidISO8601Duration(text) }
      try total.add(rest, units: timeUnits)
    } else if date.isEmpty {
      throw .invalidISO8601Duration(text)
    }
    return total.nanoseconds
  }

  private typealias Unit = (letter: UInt8, nanoseconds: Int64)

  private static let dateUnits: [Unit] = [
    (UInt8(ascii: "W"), 604_800 * DurationText.second),
    (UInt8(ascii: "D"), 86_400 * DurationText.second),
  ]

  private static let timeUnits: [Unit] = [
    (UInt8(ascii: "H"), 3_600 * DurationText.second),
    (UInt8(ascii: "M"), 60 * DurationText.second),
    (UInt8(ascii: "S"), DurationText.second),
  ]

  /// The sum of the parts read so far.
  private struct Total {
    let text: String
    let negative: Bool
    var nanoseconds: Int64 = 0

    /// Adds parts such as `4H30M`, whose units must come in the given order.
    mutating func add(
      _ parts: ArraySlice<UInt8>, units: [Unit]
    ) throws(FunctionFailure) {
      var rest = parts
      var units = units[...]
      while !rest.isEmpty {
        let whole = rest.prefix(while: \.isDigit)
        rest = rest[whole.endIndex...]
        var decimals: ArraySlice<UInt8>?
        if let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
          decimals = rest.dropFirst().prefix(while: \.isDigit)
          rest = rest[decimals!.endIndex...]
        }
        guard !whole.isEmpty, let letter = rest.popFirst() else {
          throw .invalidISO8601Duration(text)
        }
        guard let index = units.firstIndex(where: { $0.letter == letter }) else {
          let isCalendarUnit = letter == UInt8(ascii: "Y") || letter == UInt8(ascii: "M")
          throw isCalendarUnit && units.last?.letter == UInt8(ascii: "D")
            ? .calendarDuration(text) : .invalidISO8601Duration(text)
        }
        try add(whole, unit: units[index].nanoseconds)
        if let decimals {
          guard letter == UInt8(ascii: "S"), 1...9 ~= decimals.count else {
            throw .invalidISO8601Duration(text)
          }
          let missing = repeatElement(UInt8(ascii: "0"), count: 9 - decimals.count)
          try add(decimals + missing, unit: 1)
        }
        units = units[(index + 1)...]
      }
    }

    private mutating func add(
      _ digits: ArraySlice<UInt8>, unit: Int64
    ) throws(FunctionFailure) {
      guard let count = Int64(digits: digits) else { throw .durationOutOfRange(text) }
      let (product, overflow) = count.multipliedReportingOverflow(by: negative ? -unit : unit)
      let (sum, overflows) = nanoseconds.addingReportingOverflow(product)
      if overflow || overflows { throw .durationOutOfRange(text) }
      nanoseconds = sum
    }
  }
}
