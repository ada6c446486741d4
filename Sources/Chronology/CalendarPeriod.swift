// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A span of calendar time such as a year or 180 days, in the ISO 8601 form `P1Y`, `P6M`, `P180D`.
package struct CalendarPeriod: Sendable, Hashable {
  /// The number of years.
  package var years: Int
  /// The number of months.
  package var months: Int
  /// The number of days; a week counts as seven.
  package var days: Int

  package init(years: Int = 0, months: Int = 0, days: Int = 0) {
    self.years = years
    self.months = months
    self.days = days
  }

  /// Creates a period from `P1Y2M3W4D`, any parts of which may be left out but not all.
  ///
  /// Returns `nil` for any other form, for a part out of order, and for a number above 99999.
  package init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var parts: [UInt8: Int] = [:]
    var units = Array("YMWD".utf8)[...]
    while !rest.isEmpty {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      guard (1...5).contains(digits.count), let unit = rest.popFirst(),
        let index = units.firstIndex(of: unit), let number = CalendarDate.number(digits)
      else { return nil }
      parts[unit] = number
      units = units[(index + 1)...]
    }
    years = parts[UInt8(ascii: "Y")] ?? 0
    months = parts[UInt8(ascii: "M")] ?? 0
    days = (parts[UInt8(ascii: "W")] ?? 0) * 7 + (parts[UInt8(ascii: "D")] ?? 0)
  }
}

extension CalendarPeriod: CustomStringConvertible {
  /// The ISO 8601 form; `P0D` for no time at all.
  package var description: String {
    let parts = [(years, "Y"), (months, "M"), (days, "D")].filter { $0.0 != 0 }
    return parts.isEmpty ? "P0D" : "P" + parts.map { "\($0.0)\($0.1)" }.joined()
  }
}
