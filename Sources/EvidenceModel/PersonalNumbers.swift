// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds the numbers that stand for a person in China.
enum PersonalNumbers {
  /// Returns the personal number that starts at the offset of a digit.
  ///
  /// A number that continues to the left or right, as part of a longer number, a word or a fraction,
  /// is none.
  static func span(in text: [UInt8], at offset: Int) -> SecretPatterns.Span? {
    if offset > 0 {
      let previous = text[offset - 1]
      if SecretPatterns.isAlphanumeric(previous) || previous == UInt8(ascii: ".") { return nil }
    }
    var end = text[offset...].prefix(19).prefix { (0x30...0x39).contains($0) }.endIndex
    if end - offset == 17, end < text.count, text[end] | 0x20 == UInt8(ascii: "x") { end += 1 }
    if end < text.count, SecretPatterns.isAlphanumeric(text[end]) { return nil }
    let digits = text[offset..<end]
    if isIdentityCard(digits) { return (offset..<end, .identityCard) }
    if isBankCard(digits) { return (offset..<end, .bankCard) }
    return isMobileNumber(digits) ? (offset..<end, .mobileNumber) : nil
  }

  /// Whether a whole number, as formats with types of their own keep it, stands for a person.
  static func isPersonal(_ number: Int64) -> Bool {
    let digits = Array(String(number).utf8)
    return span(in: digits, at: 0).map { $0.range == digits.indices } ?? false
  }

  /// Whether digits are the number of a bank card: the length and first digits that ISO/IEC 7812
  /// gives to UnionPay, Visa, Mastercard, JCB or American Express, and the check digit of its annex.
  private static func isBankCard(_ digits: ArraySlice<UInt8>) -> Bool {
    guard (15...19).contains(digits.count) else { return false }
    let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    let isIssued =
      switch digits.count {
      case 16:
        prefix / 100 == 62 || prefix / 1_000 == 4 || (51...55).contains(prefix / 100)
          || (2_221...2_720).contains(prefix) || (3_528...3_589).contains(prefix)
      case 15: prefix / 100 == 34 || prefix / 100 == 37
      default: prefix / 100 == 62
      }
    guard isIssued else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let digit = Int(item.element) - 0x30
      guard item.offset % 2 == 1 else { return sum + digit }
      return sum + (digit > 4 ? digit * 2 - 9 : digit * 2)
    }
    return sum % 10 == 0
  }

  /// Whether 18 characters are the number of a resident identity card: a date of birth at its place
  /// and the check character of GB 11643 (ISO 7064, MOD 11-2).
  private static func isIdentityCard(_ characters: ArraySlice<UInt8>) -> Bool {
    guard characters.count == 18, characters.first != 0x30 else { return false }
    let digits = characters.prefix(17).map { Int($0) - 0x30 }
    let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
    let month = digits[10] * 10 + digits[11]
    let day = digits[12] * 10 + digits[13]
    guard (1880...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return false
    }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let check = Array("10x98765432".utf8)[sum % 11]
    return characters.last.map { $0 | 0x20 } == check | 0x20
  }

  /// Whether digits are a mobile number, with or without the country code 86.
  ///
  /// Sizes in bytes such as 17179869184 look the same; a multiple of 4096 is taken for a size.
  private static func isMobileNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    var digits = digits
    if digits.count == 13, digits.starts(with: "86".utf8) { digits = digits.dropFirst(2) }
    guard digits.count == 11, digits.first == UInt8(ascii: "1"),
      let second = digits.dropFirst().first, second >= UInt8(ascii: "3")
    else { return false }
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return number % 4_096 != 0
  }
}
