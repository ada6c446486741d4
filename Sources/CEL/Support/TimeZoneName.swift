// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology

/// A time zone as expressions name it: `Asia/Shanghai`, `UTC`, or an offset such as `+08:00`.
struct TimeZoneName: Sendable {
  private enum Kind: Sendable {
    case fixed(Int)
    case rules(ZoneRules)
  }

  private let kind: Kind

  /// Coordinated universal time.
  static let utc = TimeZoneName(kind: .fixed(0))

  private init(kind: Kind) {
    self.kind = kind
  }

  /// Finds a zone; throws when the name or the offset is malformed or the database has no such zone.
  init(_ name: String, in database: ZoneDatabase = .system) throws(FunctionFailure) {
    if name.isEmpty || name == "UTC" {
      kind = .fixed(0)
    } else if name.utf8.contains(UInt8(ascii: ":")) {
      guard let offset = TimeZoneName.offset(name) else { throw .invalidTimeZoneOffset(name) }
      kind = .fixed(offset)
    } else {
      kind = .rules(try database.rules(named: name))
    }
  }

  /// Returns what clocks of the zone show.
  func civilTime(of instant: Instant) -> CivilTime {
    switch kind {
    case .fixed(let offset): CivilTime(instant, offset: offset)
    case .rules(let rules): CivilTime(instant, offset: rules.offset(at: instant.seconds))
    }
  }

  /// Parses `hh:mm` with or without a sign into seconds.
  private static func offset(_ text: String) -> Int? {
    var reader = DigitReader(bytes: Array(text.utf8)[...])
    let west = reader.skip("-")
    if !west { _ = reader.skip("+") }
    guard let hours = reader.number(2), hours < 24, reader.skip(":"),
      let minutes = reader.number(2), minutes < 60, reader.bytes.isEmpty
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return west ? -seconds : seconds
  }
}
