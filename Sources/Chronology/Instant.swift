// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A point in time on the UTC scale, without leap seconds.
package struct Instant: Sendable, Hashable, Comparable {
  /// The offset of China Standard Time from UTC in seconds.
  package static let chinaOffset = 8 * 3_600

  /// The whole seconds since 1970-01-01T00:00:00Z, negative before it.
  package let seconds: Int64
  /// The nanoseconds past the second, 0 to 999,999,999.
  package let nanoseconds: Int32

  package init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Creates an instant from RFC 3339 text such as `2026-11-23T08:00:00+08:00`, or from a bare date,
  /// which means the start of that day in China; `nil` for any other form.
  package init?(_ text: some StringProtocol) {
    if let date = CalendarDate(text) {
      self = date.startOfDay
      return
    }
    guard let parsed = RFC3339(Array(text.utf8)) else { return nil }
    self.init(seconds: parsed.seconds, nanoseconds: parsed.nanoseconds)
  }

  /// The calendar day in China.
  package var dateInChina: CalendarDate {
    CalendarDate(daysSinceEpoch: Int((seconds + Int64(Self.chinaOffset)).flooredQuotient(86_400)))
  }

  /// Returns the instant a number of seconds later.
  package func adding(seconds more: Int64) -> Instant {
    Instant(seconds: seconds + more, nanoseconds: nanoseconds)
  }

  package static func < (a: Instant, b: Instant) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// Returns the RFC 3339 form at an offset from UTC in seconds, such as `2026-11-23T08:00:00+08:00`.
  package func formatted(offset: Int = chinaOffset) -> String {
    let local = seconds + Int64(offset)
    let day = CalendarDate(daysSinceEpoch: Int(local.flooredQuotient(86_400)))
    let second = Int(local - local.flooredQuotient(86_400) * 86_400)
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }
    var text = "\(day)T\(clock.joined(separator: ":"))"
    if nanoseconds != 0 {
      var fraction = padded(Int(nanoseconds), 9)
      while fraction.hasSuffix("0") { fraction.removeLast() }
      text += ".\(fraction)"
    }
    if offset == 0 { return text + "Z" }
    let minutes = abs(offset) / 60
    return text + (offset < 0 ? "-" : "+") + "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }
}

extension Instant: CustomStringConvertible {
  /// The RFC 3339 form in China Standard Time.
  package var description: String { formatted() }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not an RFC 3339 time")
    }
    self = instant
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(formatted())
  }
}

extension Int64 {
  /// Returns the quotient rounded towards negative infinity.
  func flooredQuotient(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
