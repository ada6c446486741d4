// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The parts of an RFC 3339 time: `YYYY-MM-DDThh:mm:ss[.fraction](Z|±hh:mm)`.
struct RFC3339 {
  /// The seconds since 1970-01-01T00:00:00Z.
  let seconds: Int64
  /// The nanoseconds past the second.
  let nanoseconds: Int32

  init?(_ text: [UInt8]) {
    guard text.count >= 20, let date = CalendarDate(String(decoding: text[0..<10], as: UTF8.self)),
      text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: "t"),
      let hour = Self.field(text, 11, 0...23, ":"), let minute = Self.field(text, 14, 0...59, ":"),
      let second = CalendarDate.number(text[17..<19]), (0...59).contains(second)
    else { return nil }
    var rest = text[19...]
    guard let fraction = Self.fraction(&rest), let offset = Self.offset(rest) else { return nil }
    let clock = hour * 3_600 + minute * 60 + second - offset
    seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(clock)
    nanoseconds = fraction
  }

  /// Reads two digits at an index, which a separator must follow.
  private static func field(
    _ text: [UInt8], _ index: Int, _ range: ClosedRange<Int>, _ separator: Unicode.Scalar
  ) -> Int? {
    guard let number = CalendarDate.number(text[index..<index + 2]), range.contains(number),
      text[index + 2] == UInt8(ascii: separator)
    else { return nil }
    return number
  }

  /// Reads `.5` and the like as nanoseconds; 0 when there is no fraction.
  private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int32? {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    rest.removeFirst()
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    guard (1...9).contains(digits.count), let number = CalendarDate.number(digits) else {
      return nil
    }
    return Int32((digits.count..<9).reduce(number) { value, _ in value * 10 })
  }

  /// Reads `Z` or `±hh:mm` as seconds.
  private static func offset(_ rest: ArraySlice<UInt8>) -> Int? {
    let text = Array(rest)
    if text == [UInt8(ascii: "Z")] || text == [UInt8(ascii: "z")] { return 0 }
    guard text.count == 6, let hours = field(text, 1, 0...23, ":"),
      let minutes = CalendarDate.number(text[4..<6]), minutes < 60
    else { return nil }
    switch text[0] {
    case UInt8(ascii: "+"): return hours * 3_600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3_600 + minutes * 60)
    default: return nil
    }
  }
}
