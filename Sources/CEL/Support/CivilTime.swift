// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology

/// The date and the time of day that a clock in one place shows.
struct CivilTime: Sendable, Hashable {
  /// The day; of year 0 or 10000 when the offset leads out of the years of timestamps.
  let date: CalendarDate
  /// The hour from 0 to 23.
  let hour: Int
  /// The minute from 0 to 59.
  let minute: Int
  /// The second from 0 to 59.
  let second: Int
  /// The day of the week from 0 for Sunday.
  let dayOfWeek: Int
  /// The day of the year from 0.
  let dayOfYear: Int

  /// What a clock shows that is `offset` seconds ahead of UTC.
  init(_ instant: Instant, offset: Int) {
    let local = Int(instant.seconds) + offset
    let days = local.flooredQuotient(by: 86_400)
    let ofDay = local - days * 86_400
    date = CalendarDate(daysSinceEpoch: days)
    hour = ofDay / 3_600
    minute = ofDay / 60 % 60
    second = ofDay % 60
    dayOfWeek = CivilTime.dayOfWeek(daysSinceEpoch: days)
    dayOfYear = days - CivilTime.newYear(date.year)
  }

  /// Returns the day of the week, from 0 for Sunday, of a day counted from 1970-01-01, a Thursday.
  static func dayOfWeek(daysSinceEpoch days: Int) -> Int {
    let fromSunday = days + 4
    return fromSunday - fromSunday.flooredQuotient(by: 7) * 7
  }

  /// Returns the number of days from 1970-01-01 to the first day of a year, 0 to 10000.
  static func newYear(_ year: Int) -> Int {
    // The days before 1 January: 365 a year and one for each leap year among those before.
    let before = year - 1
    let leapDays =
      before.flooredQuotient(by: 4) - before.flooredQuotient(by: 100)
      + before.flooredQuotient(by: 400)
    return before * 365 + leapDays - 719_162
  }

  /// Returns the number of days from 1970-01-01 to the first day of a month, 1 to 13.
  static func firstDay(ofMonth month: Int, in year: Int) -> Int {
    let isLeap = newYear(year + 1) - newYear(year) == 366
    let days = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365][month - 1]
    return newYear(year) + days + (isLeap && month > 2 ? 1 : 0)
  }
}

extension Int {
  /// Returns the quotient rounded towards negative infinity; the divisor is positive.
  func flooredQuotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
