// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The order of parts of Debian versions (Debian Policy 5.6.12).
enum DebianOrder {
  /// Returns -1, 0 or 1: runs of other characters and of digits are compared in turn.
  static func compare(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var a = a[...]
    var b = b[...]
    while !a.isEmpty || !b.isEmpty {
      while startsWithText(a) || startsWithText(b) {
        let order = weight(a.first) - weight(b.first)
        if order != 0 { return order.signum() }
        a = a.dropFirst()
        b = b.dropFirst()
      }
      let numbers = (a.takeNumber(), b.takeNumber())
      if numbers.0.count != numbers.1.count { return numbers.0.count < numbers.1.count ? -1 : 1 }
      let order = numbers.0.compared(to: numbers.1)
      if order != 0 { return order }
    }
    return 0
  }

  private static func startsWithText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first.map { !$0.isDigit } ?? false
  }

  /// Tilde comes before the end of a part, then letters, then other characters.
  private static func weight(_ byte: UInt8?) -> Int {
    guard let byte, !byte.isDigit else { return 0 }
    if byte == UInt8(ascii: "~") { return -1 }
    return byte.isLetter ? Int(byte) : Int(byte) + 256
  }
}

extension ArraySlice<UInt8> {
  /// Removes the digits in front and returns them without leading zeros.
  mutating func takeNumber() -> ArraySlice<UInt8> {
    let digits = prefix(while: \.isDigit)
    self = self[digits.endIndex...]
    return digits.drop { $0 == UInt8(ascii: "0") }
  }
}
