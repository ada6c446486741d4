// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Values as systemd writes them in its configuration files.
enum SystemdValue {
  /// Microseconds by unit (systemd.time(7)); a month is 30.4375 days and a year 365.25 days.
  private static let timeUnits: [String: Int64] = {
    let names: [(Int64, String)] = [
      (31_557_600_000_000, "years year y"), (2_629_800_000_000, "months month M"),
      (604_800_000_000, "weeks week w"), (86_400_000_000, "days day d"),
      (3_600_000_000, "hours hour hr h"), (60_000_000, "minutes minute min m"),
      (1_000_000, "seconds second sec s"), (1_000, "msec ms"), (1, "usec us µs μs"),
    ]
    var units: [String: Int64] = ["": 1_000_000]
    for (factor, words) in names {
      for word in words.split(separator: " ") { units[String(word)] = factor }
    }
    return units
  }()

  /// Bytes by unit.
  private static let sizeUnits: [String: Int64] = [
    "": 1, "B": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40, "P": 1 << 50,
    "E": 1 << 60,
  ]

  /// Returns the whole seconds of a time span such as `5month 20day`; `Int64.max` for `infinity`,
  /// `nil` for what is no time span.
  static func seconds(_ text: String) -> Int64? {
    if text == "infinity" { return .max }
    return sum(of: text, timeUnits).map { $0 / 1_000_000 }
  }

  /// Returns the bytes of a size such as `1.5G`; `nil` for what is no size.
  static func bytes(_ text: String) -> Int64? { sum(of: text, sizeUnits) }

  /// Returns a truth value; `nil` for what is none.
  static func bool(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "yes", "y", "true", "t", "on": true
    case "0", "no", "n", "false", "f", "off": false
    default: nil
    }
  }

  /// Adds up numbers with units; `nil` when a part is malformed or the sum is too large.
  private static func sum(of text: String, _ units: [String: Int64]) -> Int64? {
    var rest = text.drop(while: isSpace)
    guard !rest.isEmpty else { return nil }
    var sum: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix(while: isDigit)
      rest = rest.dropFirst(digits.count)
      var decimals: Substring = ""
      if rest.first == "." {
        decimals = rest.dropFirst().prefix(while: isDigit)
        guard !decimals.isEmpty else { return nil }
        rest = rest.dropFirst(decimals.count + 1)
      }
      guard !(digits.isEmpty && decimals.isEmpty), let whole = Int64(digits.isEmpty ? "0" : digits)
      else { return nil }
      rest = rest.drop(while: isSpace)
      let word = rest.prefix { !isSpace($0) && !isDigit($0) && $0 != "." }
      rest = rest.dropFirst(word.count).drop(while: isSpace)
      guard let factor = units[String(word)] else { return nil }
      let product = whole.multipliedReportingOverflow(by: factor)
      let total = sum.addingReportingOverflow(product.partialValue)
      let part = total.partialValue.addingReportingOverflow(fraction(decimals, of: factor))
      guard !product.overflow, !total.overflow, !part.overflow else { return nil }
      sum = part.partialValue
    }
    return sum
  }

  /// Returns the part of a factor that the digits behind a point stand for; the first nine count.
  private static func fraction(_ decimals: Substring, of factor: Int64) -> Int64 {
    let digits = decimals.prefix(9)
    let power = digits.reduce(Int64(1)) { value, _ in value * 10 }
    let product = factor.multipliedFullWidth(by: Int64(digits) ?? 0)
    return power.dividingFullWidth(product).quotient
  }

  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
