// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Testing

@testable import CEL

struct TimeZoneNameTests {
  private func clock(_ text: String, in zone: String) throws -> String {
    let time = try TimeZoneName(zone).civilTime(of: Instant(timestamp: text))
    return "\(time.date) \(time.hour):\(time.minute):\(time.second)"
  }

  @Test(arguments: [
    ("UTC", "2009-02-13 23:31:30"), ("", "2009-02-13 23:31:30"), ("+11:00", "2009-02-14 10:31:30"),
    ("-02:30", "2009-02-13 21:1:30"), ("02:00", "2009-02-14 1:31:30"),
    ("-00:00", "2009-02-13 23:31:30"),
  ])
  func `fixed offsets`(zone: String, expected: String) throws {
    #expect(try clock("2009-02-13T23:31:30Z", in: zone) == expected)
  }

  @Test(
    .enabled(if: ZoneDatabase.isInstalled, "needs the system's time zone database"),
    arguments: [
      ("2009-02-13T23:31:30Z", "Asia/Kathmandu", "2009-02-14 5:16:30"),
      ("2009-02-13T02:00:00Z", "America/St_Johns", "2009-02-12 22:30:00"),
      ("2009-02-13T23:31:30Z", "Australia/Sydney", "2009-02-14 10:31:30"),
      ("2026-07-01T00:00:00Z", "Asia/Shanghai", "2026-07-01 8:0:0"),
      ("1988-07-01T00:00:00Z", "Asia/Shanghai", "1988-07-01 9:0:0"),
      ("1890-01-01T00:00:00Z", "Asia/Shanghai", "1890-01-01 8:5:43"),
      ("2026-03-08T06:59:59Z", "America/New_York", "2026-03-08 1:59:59"),
      ("2026-03-08T07:00:00Z", "America/New_York", "2026-03-08 3:0:0"),
      ("2026-11-01T05:59:59Z", "America/New_York", "2026-11-01 1:59:59"),
      ("2026-11-01T06:00:00Z", "America/New_York", "2026-11-01 1:0:0"),
      ("2500-07-01T12:00:00Z", "America/New_York", "2500-07-01 8:0:0"),
      ("2500-01-01T12:00:00Z", "America/New_York", "2500-01-01 7:0:0"),
      ("2500-01-01T12:00:00Z", "Australia/Sydney", "2500-01-01 23:0:0"),
      ("2500-07-01T12:00:00Z", "Europe/Dublin", "2500-07-01 13:0:0"),
      ("2500-07-01T12:00:00Z", "Europe/London", "2500-07-01 13:0:0"),
    ])
  func `zones follow their rules`(text: String, zone: String, expected: String) throws {
    #expect(try clock(text, in: zone) == expected.replacing("22:30:00", with: "22:30:0"))
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/localtime", "Asia//Shanghai", "Asia/", ".", "Asia/..", "a b",
    "Asia\0",
    "tzdata.zi", "+25:00", "+8:00", "08:60", "1:2:3", "Mars/Olympus", "Asia", "Local",
  ])
  func `other names are refused`(name: String) {
    #expect(throws: FunctionFailure.self) { try TimeZoneName(name) }
  }

  @Test(arguments: [
    ("UTC0", 0, 0), ("CST-8", 28_800, 28_800), ("<+0545>-5:45", 20_700, 20_700),
    ("EST5EDT,M3.2.0,M11.1.0", -18_000, -14_400),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", 39_600, 36_000),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 0, 3_600), ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7_200, -3_600),
    ("XXX3YYY,J60/0,J300", -10_800, -7_200), ("XXX3YYY2,59,299/2:30:15", -10_800, -7_200),
  ])
  func `the rule at the end of a zone file`(text: String, january: Int, july: Int) throws {
    let zone = try #require(PosixZone(Array(text.utf8)[...]))
    #expect(zone.offset(at: 1_768_435_200) == january)
    #expect(zone.offset(at: 1_784_073_600) == july)
  }

  @Test(arguments: [
    "", "AB3", "UTC", "CST-8X", "EST5EDT", "EST5EDT,M13.1.0,M1.1.0", "EST5EDT,J0,J1",
  ])
  func `a malformed rule is refused`(text: String) {
    #expect(PosixZone(Array(text.utf8)[...]) == nil)
  }

  @Test func `hostile zone files are refused`() {
    #expect(ZoneRules(tzif: []) == nil)
    #expect(ZoneRules(tzif: Array("TZif".utf8)) == nil)
    let huge = Array("TZif2".utf8) + [UInt8](repeating: 0x7F, count: 100)
    #expect(ZoneRules(tzif: huge) == nil)
  }
}

extension ZoneDatabase {
  /// Whether this machine has a time zone database.
  static var isInstalled: Bool { (try? system.rules(named: "Asia/Shanghai")) != nil }
}
