// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Numbers, times and sizes as OpenSSH reads them.
enum SSHDNumbers {
  /// Reads a whole number from 0 that an `int` holds.
  static func integer(_ text: String, upTo limit: Int64 = Int64(Int32.max)) -> Int64? {
    var rest = Array(text.utf8)[...]
    guard let number = takeInteger(&rest), rest.isEmpty, (0...limit).contains(number) else {
      return nil
    }
    return number
  }

  /// Reads a TCP port: a number from 1, or the name of a service.
  static func port(_ text: String) -> Int64? {
    let services: [String: Int64] = [
      "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80, "pop3": 110,
      "imap2": 143, "https": 443, "imaps": 993, "pop3s": 995,
    ]
    let port = integer(text, upTo: 65_535) ?? services[text]
    return port == 0 ? nil : port
  }

  /// Reads a time such as `90`, `2m` or `1h30m` in seconds.
  static func seconds(_ text: String) -> Int64? {
    let factors: [UInt8: Int64] = [
      UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3_600,
      UInt8(ascii: "d"): 86_400, UInt8(ascii: "w"): 604_800,
    ]
    var total: Int64 = 0
    var rest = Array(text.lowercased().utf8)[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      guard let number = takeInteger(&rest), number >= 0 else { return nil }
      guard let factor = rest.first.map({ factors[$0] }) ?? 1 else { return nil }
      rest = rest.dropFirst()
      guard number <= Int64(Int32.max) / factor else { return nil }
      total += number * factor
      guard total <= Int64(Int32.max) else { return nil }
    }
    return total
  }

  /// Whether a text is a number of bytes such as `16`, `512K` or `1.5G` that `RekeyLimit` allows.
  static func isRekeyLimit(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { isDigit($0) }
    rest = rest.dropFirst(digits.count)
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: isDigit) }
    guard digits.count < 19 else { return false }
    var number = Double(String(decoding: digits, as: UTF8.self)) ?? 0
    if let unit = rest.first {
      guard let power = "bkmgtpe".utf8.firstIndex(of: unit | 0x20) else { return false }
      let exponent = "bkmgtpe".utf8.distance(from: "bkmgtpe".utf8.startIndex, to: power)
      for _ in 0..<exponent { number *= 1024 }
      guard rest.dropFirst().first.map({ !isDigit($0) && !isLetter($0) }) ?? true else {
        return false
      }
    }
    return number == 0 || (!isNegative && number >= 16 && number < 0x1p63)
  }

  /// Reads numbers between colons, as many as stand there and at most `count`; what follows them
  /// does not count.
  static func colonSeparated(_ text: String, count: Int) -> [Int64] {
    var rest = Array(text.utf8)[...]
    var numbers: [Int64] = []
    while let number = takeInteger(&rest) {
      numbers.append(number)
      guard numbers.count < count, rest.first == UInt8(ascii: ":") else { break }
      rest = rest.dropFirst()
    }
    return numbers
  }

  /// Takes a decimal number, before which space and a sign can stand.
  private static func takeInteger(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let text = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let hasSign = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let digits = text.dropFirst(hasSign ? 1 : 0).prefix(while: isDigit)
    guard !digits.isEmpty else { return nil }
    rest = text.dropFirst(digits.count + (hasSign ? 1 : 0))
    let number = Int64(String(decoding: digits, as: UTF8.self)) ?? .max
    return text.first == UInt8(ascii: "-") ? -number : number
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
