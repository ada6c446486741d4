// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Testing

@testable import CEL

struct TimestampTests {
  @Test(arguments: [
    ("2009-02-13T23:31:30Z", "2009-02-13T23:31:30Z"),
    ("2009-02-14T07:31:30.5+08:00", "2009-02-13T23:31:30.5Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
    ("2024-02-29T00:00:00-00:30", "2024-02-29T00:30:00Z"),
    ("1969-12-31T23:59:59.000000001Z", "1969-12-31T23:59:59.000000001Z"),
  ])
  func `is read and written`(text: String, written: String) throws {
    #expect(try Instant(timestamp: text).timestampText == written)
  }

  @Test(arguments: [
    "", "2009-02-13", "2009-02-13T23:31:30", "2009-02-13 23:31:30Z", "2009-02-30T00:00:00Z",
    "2009-13-01T00:00:00Z", "2009-02-13T24:00:00Z", "2009-02-13T23:60:00Z",
    "2009-02-13T23:31:60Z", "2009-02-13T23:31:30.Z", "2009-02-13T23:31:30+24:00",
    "2009-02-13T23:31:30+0800", "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z",
    "2009-02-13T23:31:30Z ", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
  ])
  func `refuses what is not a timestamp`(text: String) {
    #expect(throws: FunctionFailure.self) { try Instant(timestamp: text) }
  }

  @Test func `seconds out of range are refused`() throws {
    #expect(throws: FunctionFailure.self) { try Instant(timestampSeconds: -62_135_596_801) }
    #expect(throws: FunctionFailure.self) { try Instant(timestampSeconds: 253_402_300_800) }
    #expect(try Instant(timestampSeconds: 0).timestampText == "1970-01-01T00:00:00Z")
  }

  @Test func `adding and subtracting a duration undo each other`() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let instant = Instant(
        seconds: Int64.random(in: Instant.timestampSeconds, using: &random),
        nanoseconds: Int32.random(in: 0..<1_000_000_000, using: &random))
      let duration = Int64(bitPattern: random.next())
      guard let later = instant.adding(nanoseconds: duration) else { continue }
      #expect(later.subtracting(nanoseconds: duration) == instant)
      #expect(later.nanoseconds(since: instant) == duration)
      #expect(0..<1_000_000_000 ~= later.nanoseconds)
    }
  }

  @Test func `sums out of range have no answer`() throws {
    let first = try Instant(timestamp: "0001-01-01T00:00:00Z")
    let last = try Instant(timestamp: "9999-12-31T23:59:59.999999999Z")
    #expect(first.subtracting(nanoseconds: 1) == nil)
    #expect(last.adding(nanoseconds: 1) == nil)
    #expect(last.subtracting(nanoseconds: .min) == nil)
    #expect(last.nanoseconds(since: first) == nil)
  }

  @Test func `the days of four hundred years follow each other`() {
    var weekday = CivilTime(Instant(seconds: 0), offset: 0).dayOfWeek
    #expect(weekday == 4)
    for day in 1...146_097 {
      let time = CivilTime(Instant(seconds: Int64(day) * 86_400 + 86_399), offset: 0)
      weekday = (weekday + 1) % 7
      #expect(time.dayOfWeek == weekday)
      let newYear = CalendarDate(year: time.date.year, month: 1, day: 1)!
      #expect(time.dayOfYear == time.date.daysSinceEpoch - newYear.daysSinceEpoch)
      #expect(
        time.date.day == day - CivilTime.firstDay(ofMonth: time.date.month, in: time.date.year) + 1)
    }
  }
}
