// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

struct DurationTextTests {
  @Test(arguments: [
    ("0", 0), ("-0", 0), ("5s", 5_000_000_000), ("+5s", 5_000_000_000),
    ("1h30m1.5s", 5_401_500_000_000),
    ("-1.5h", -5_400_000_000_000), (".5s", 500_000_000), ("1.s", 1_000_000_000), ("3us", 3_000),
    ("3µs", 3_000), ("3μs", 3_000), ("7ns", 7), ("0.3ns", 0), ("10ms", 10_000_000),
    ("0.100000000000000000000h", 360_000_000_000), ("1s1s", 2_000_000_000),
    ("9223372036854775807ns", Int64.max), ("-9223372036854775808ns", Int64.min),
    ("2562047h47m16.854775807s", Int64.max),
  ])
  func `reads Go's durations`(text: String, nanoseconds: Int64) throws {
    #expect(try DurationText.parse(text) == nanoseconds)
  }

  @Test(arguments: [
    "", "-", "s", ".s", "1", "1.5", "1h2", "1x", " 1s", "1s ", "1 s", "--1s", "1e3s",
  ])
  func `refuses what is not a duration`(text: String) {
    #expect(throws: FunctionFailure.self) { try DurationText.parse(text) }
  }

  @Test(arguments: [
    "9223372036854775808ns", "-9223372036854775809ns", "2562048h", "320000000000s",
    "99999999999999999999s", "9223372036s1s",
  ])
  func `refuses what does not fit`(text: String) {
    #expect(throws: FunctionFailure.durationOutOfRange(text)) { try DurationText.parse(text) }
  }

  @Test func `suggests 24h for a day`() {
    let failure = #expect(throws: FunctionFailure.self) { try DurationText.parse("1d") }
    #expect(failure?.message.en.contains("write a day as 24h") == true)
  }

  @Test(arguments: [
    (0, "0s"), (7_200_000_000_000, "7200s"), (1_500_000_000, "1.5s"), (-1_500_000_000, "-1.5s"),
    (1, "0.000000001s"), (-120_000_000, "-0.12s"), (Int64.min, "-9223372036.854775808s"),
  ])
  func `is written in seconds`(nanoseconds: Int64, text: String) {
    #expect(DurationText.format(nanoseconds) == text)
  }

  @Test func `what is written is read back`() throws {
    var random = SplitMix(seed: 1)
    for _ in 0..<2_000 {
      let nanoseconds = Int64(bitPattern: random.next()) >> Int64.random(in: 0...63, using: &random)
      #expect(try DurationText.parse(DurationText.format(nanoseconds)) == nanoseconds)
    }
  }

  @Test(arguments: [
    ("P180D", 15_552_000), ("PT4H30M", 16_200), ("P2W", 1_209_600), ("P1DT1S", 86_401),
    ("PT0S", 0), ("-P1D", -86_400), ("P1W2DT3H4M5S", 788_645),
  ])
  func `reads ISO 8601`(text: String, seconds: Int64) throws {
    #expect(try ISO8601Duration.parse(text) == seconds * 1_000_000_000)
  }

  @Test func `reads decimals of ISO 8601 seconds`() throws {
    #expect(try ISO8601Duration.parse("PT1.5S") == 1_500_000_000)
    #expect(try ISO8601Duration.parse("PT0,000000001S") == 1)
  }

  @Test(arguments: [
    "", "P", "PT", "180D", "P1", "P1H", "PT1D", "P1D1W", "PT1S1M", "P1.5D", "PT1.S", "P-1D", "P1DT",
    "PT1.0000000001S", " P1D",
  ])
  func `refuses what is not ISO 8601`(text: String) {
    #expect(throws: FunctionFailure.invalidISO8601Duration(text)) {
      try ISO8601Duration.parse(text)
    }
  }

  @Test(arguments: ["P1Y", "P6M", "P1Y2M3D"])
  func `refuses years and months`(text: String) {
    #expect(throws: FunctionFailure.calendarDuration(text)) { try ISO8601Duration.parse(text) }
  }

  @Test(arguments: ["P106752D", "P99999999999999999999D", "-P106752D"])
  func `refuses ISO 8601 durations that do not fit`(text: String) {
    #expect(throws: FunctionFailure.durationOutOfRange(text)) { try ISO8601Duration.parse(text) }
  }
}
