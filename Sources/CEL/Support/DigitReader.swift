// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Reads numbers and marks from the front of ASCII text.
struct DigitReader {
  /// What is left to read.
  var bytes: ArraySlice<UInt8>

  /// Reads exactly `count` digits.
  mutating func number(_ count: Int) -> Int? {
    let digits = bytes.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    bytes.removeFirst(count)
    return Int(digits: digits)
  }

  /// Reads one given ASCII character; returns whether it was next.
  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard let byte = bytes.first, byte == UInt8(ascii: mark) else { return false }
    bytes.removeFirst()
    return true
  }
}
