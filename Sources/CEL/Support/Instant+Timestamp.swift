// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

// CEL's timestamps are instants of the years 1 to 9999; durations are nanoseconds in 64 bits.
extension Instant {
  /// The first and the last second that a timestamp may have.
  package static let timestampSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// A timestamp from seconds since 1970-01-01T00:00:00Z.
  package init(timestampSeconds seconds: Int64) throws(FunctionFailure) {
    guard Instant.timestampSeconds.contains(seconds) else {
      throw .timestampOutOfRange(String(seconds))
    }
    self.init(seconds: seconds)
  }

  /// A timestamp from RFC 3339 text such as `2009-02-13T23:31:30.5+08:00`; a date alone is none.
  package init(timestamp text: String) throws(FunctionFailure) {
    // The shortest form with a time; `Instant` would take a shorter text for a day in China.
    guard text.utf8.count >= 20, let instant = Instant(text) else { throw .invalidTimestamp(text) }
    guard Instant.timestampSeconds.contains(instant.seconds) else {
      throw .timestampOutOfRange(text)
    }
    self = instant
  }

  /// The text form of a timestamp: RFC 3339 in UTC with as many decimals as needed.
  package var timestampText: String { formatted(offset: 0) }

  /// Returns the timestamp that is a number of nanoseconds later; `nil` when out of range.
  package func adding(nanoseconds duration: Int64) -> Instant? {
    shifted(by: Int128(duration))
  }

  /// Returns the timestamp that is a number of nanoseconds earlier; `nil` when out of range.
  package func subtracting(nanoseconds duration: Int64) -> Instant? {
    shifted(by: -Int128(duration))
  }

  /// Returns the nanoseconds from another timestamp to this one; `nil` when they do not fit.
  package func nanoseconds(since other: Instant) -> Int64? {
    let whole = Int128(seconds - other.seconds) * Int128(DurationText.second)
    return Int64(exactly: whole + Int128(nanoseconds - other.nanoseconds))
  }

  private func shifted(by duration: Int128) -> Instant? {
    let second = Int128(DurationText.second)
    let total = Int128(seconds) * second + Int128(nanoseconds) + duration
    let (quotient, remainder) = total.quotientAndRemainder(dividingBy: second)
    let whole = Int64(remainder < 0 ? quotient - 1 : quotient)
    guard Instant.timestampSeconds.contains(whole) else { return nil }
    return Instant(
      seconds: whole, nanoseconds: Int32(remainder < 0 ? remainder + second : remainder))
  }
}
