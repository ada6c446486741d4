// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology

/// A time zone in the form of the POSIX variable `TZ`, such as `EST5EDT,M3.2.0,M11.1.0`.
///
/// TZif files end in such a text, with the extensions of RFC 8536, section 3.3.1.
struct PosixZone: Sendable, Hashable {
  /// The offset of standard time from UTC in seconds.
  private let standard: Int
  /// Summer time, in a zone that has it.
  private let summer: Summer?

  private struct Summer: Sendable, Hashable {
    let offset: Int
    let start: YearlyTime
    let end: YearlyTime
  }

  /// Parses the text; `nil` when it is malformed.
  init?(_ text: ArraySlice<UInt8>) {
    var reader = DigitReader(bytes: text)
    guard reader.zoneName(), let west = reader.clockTime() else { return nil }
    standard = -west
    if reader.bytes.isEmpty {
      summer = nil
      return
    }
    guard reader.zoneName() else { return nil }
    var offset = standard + 3_600
    if reader.bytes.first != UInt8(ascii: ",") {
      guard let west = reader.clockTime() else { return nil }
      offset = -west
    }
    guard reader.skip(","), let start = YearlyTime(&reader), reader.skip(","),
      let end = YearlyTime(&reader), reader.bytes.isEmpty
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// Returns the seconds that clocks are ahead of UTC at a time in seconds since the epoch.
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard }
    let local = (Int(seconds) + standard).flooredQuotient(by: 86_400)
    let year = CalendarDate(daysSinceEpoch: local).year
    let start = summer.start.seconds(in: year) - standard
    let end = summer.end.seconds(in: year) - summer.offset
    let time = Int(seconds)
    // South of the equator summer time runs over the new year.
    let isSummer = start < end ? time >= start && time < end : time >= start || time < end
    return isSummer ? summer.offset : standard
  }
}

/// A day of every year and a time of that day, by the clock before the change.
private struct YearlyTime: Sendable, Hashable {
  private enum Day: Sendable, Hashable {
    /// The day of the year from 1, with 29 February never counted.
    case julian(Int)
    /// The day of the year from 0, with 29 February counted.
    case ordinal(Int)
    /// A weekday from 0 for Sunday, the nth of a month, or its last for week 5.
    case weekday(Int, week: Int, month: Int)
  }

  private let day: Day
  /// The seconds after midnight, possibly negative or beyond a day.
  private let time: Int

  init?(_ reader: inout DigitReader) {
    if reader.skip("M") {
      guard let month = reader.integer(), 1...12 ~= month, reader.skip("."),
        let week = reader.integer(), 1...5 ~= week, reader.skip("."),
        let weekday = reader.integer(), 0...6 ~= weekday
      else { return nil }
      day = .weekday(weekday, week: week, month: month)
    } else if reader.skip("J") {
      guard let number = reader.integer(), 1...365 ~= number else { return nil }
      day = .julian(number)
    } else {
      guard let number = reader.integer(), 0...365 ~= number else { return nil }
      day = .ordinal(number)
    }
    var time = 7_200
    if reader.skip("/") {
      guard let given = reader.clockTime() else { return nil }
      time = given
    }
    self.time = time
  }

  /// Returns the local seconds since the epoch in a year.
  func seconds(in year: Int) -> Int {
    daysSinceEpoch(in: year) * 86_400 + time
  }

  private func daysSinceEpoch(in year: Int) -> Int {
    let newYear = CivilTime.newYear(year)
    switch day {
    case .ordinal(let number):
      return newYear + number
    case .julian(let number):
      let isLeap = CivilTime.newYear(year + 1) - newYear == 366
      return newYear + number - 1 + (isLeap && number >= 60 ? 1 : 0)
    case .weekday(let weekday, let week, let month):
      let first = CivilTime.firstDay(ofMonth: month, in: year)
      let next = CivilTime.firstDay(ofMonth: month + 1, in: year)
      let ahead = (weekday - CivilTime.dayOfWeek(daysSinceEpoch: first) + 7) % 7
      let day = first + ahead + (week - 1) * 7
      return day < next ? day : day - 7
    }
  }
}

extension DigitReader {
  /// Reads one to three digits.
  fileprivate mutating func integer() -> Int? {
    let digits = bytes.prefix(3).prefix(while: \.isDigit)
    bytes = bytes[digits.endIndex...]
    return digits.isEmpty ? nil : Int(digits: digits)
  }

  /// Reads a name of letters, or of any characters between angle brackets.
  fileprivate mutating func zoneName() -> Bool {
    if skip("<") {
      guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return false }
      bytes = bytes[(end + 1)...]
      return true
    }
    let letters = bytes.prefix(while: \.isLetter)
    bytes = bytes[letters.endIndex...]
    return letters.count >= 3
  }

  /// Reads `[+-]h[:m[:s]]` in seconds; up to 167 hours are allowed.
  fileprivate mutating func clockTime() -> Int? {
    let negative = skip("-")
    if !negative { _ = skip("+") }
    guard let hours = integer(), hours <= 167 else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where skip(":") {
      guard let count = integer(), count < 60 else { return nil }
      seconds += count * unit
    }
    return negative ? -seconds : seconds
  }
}
