// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-01", "0000-01-01", "2026-01-01T", ""])
  func `refuses what is no day`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `counts days both ways over four centuries`() throws {
    for days in stride(from: -80_000, through: 80_000, by: 1) {
      let date = CalendarDate(daysSinceEpoch: days)
      #expect(date.daysSinceEpoch == days)
    }
    #expect(CalendarDate(daysSinceEpoch: 0).description == "1970-01-01")
    #expect(try #require(CalendarDate("2000-03-01")).daysSinceEpoch == 11_017)
  }

  @Test(arguments: [
    ("2024-02-29", "P1Y", "2025-02-28"), ("2026-01-31", "P1M", "2026-02-28"),
    ("2026-11-23", "P180D", "2027-05-22"), ("2026-12-31", "P1Y2M1W", "2028-03-07"),
  ])
  func `adds calendar periods`(start: String, period: String, end: String) throws {
    let date = try #require(CalendarDate(start))
    let sum = date.adding(try #require(CalendarPeriod(period)))
    #expect(sum.description == end)
  }

  @Test(arguments: ["P", "1Y", "P1D1Y", "P1Y1Y", "PT1H", "P-1D", "P1.5Y", "P123456D"])
  func `refuses what is no period`(text: String) {
    #expect(CalendarPeriod(text) == nil)
  }
}

struct InstantTests {
  @Test(arguments: [
    ("2026-11-23T08:00:00+08:00", 1_795_392_000, 0), ("2026-11-23T00:00:00Z", 1_795_392_000, 0),
    ("1969-12-31T23:59:59.5Z", -1, 500_000_000), ("2026-11-23", 1_795_363_200, 0),
  ])
  func `reads RFC 3339 and dates`(text: String, seconds: Int64, nanoseconds: Int32) {
    #expect(Instant(text) == Instant(seconds: seconds, nanoseconds: nanoseconds))
  }

  @Test(arguments: [
    "2026-11-23 08:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T08:00:60Z", "2026-11-23T08:00:00",
    "2026-11-23T08:00:00.Z", "2026-11-23T08:00:00+8:00", "",
  ])
  func `refuses other forms`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `writes what it reads`() {
    for text in ["2026-11-23T08:00:00+08:00", "1969-12-31T23:59:59.25+08:00"] {
      #expect(Instant(text)?.formatted() == text)
    }
    #expect(Instant("2026-11-23T08:00:00+08:00")?.formatted(offset: 0) == "2026-11-23T00:00:00Z")
    #expect(Instant("2026-11-23T23:30:00Z")?.dateInChina.description == "2026-11-24")
  }
}
