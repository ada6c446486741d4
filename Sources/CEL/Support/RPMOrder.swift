// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The order of versions and releases of rpm packages, rpm's `rpmvercmp`.
enum RPMOrder {
  /// Returns -1, 0 or 1: segments of digits and of letters are compared in turn.
  ///
  /// Separators only separate. A tilde comes before the end, a caret after the end but before any
  /// further segment; a segment of digits comes after one of letters.
  static func compare(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var a = a[...]
    var b = b[...]
    while true {
      a = a.drop(while: isSeparator)
      b = b.drop(while: isSeparator)
      if let order = compareMarks(&a, &b) {
        if order != 0 { return order }
        continue
      }
      guard let first = a.first, let other = b.first else {
        return (a.isEmpty ? 0 : 1) - (b.isEmpty ? 0 : 1)
      }
      if first.isDigit != other.isDigit { return first.isDigit ? 1 : -1 }
      let order = first.isDigit ? compareNumbers(&a, &b) : compareNames(&a, &b)
      if order != 0 { return order }
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    !byte.isDigit && !byte.isLetter && byte != UInt8(ascii: "~") && byte != UInt8(ascii: "^")
  }

  /// Compares a tilde or a caret that one side has next, removing it from both when both have it.
  private static func compareMarks(
    _ a: inout ArraySlice<UInt8>, _ b: inout ArraySlice<UInt8>
  ) -> Int? {
    for mark in [UInt8(ascii: "~"), UInt8(ascii: "^")] {
      switch (a.first == mark, b.first == mark) {
      case (false, false): continue
      case (true, true):
        a.removeFirst()
        b.removeFirst()
        return 0
      case (true, false): return mark == UInt8(ascii: "^") && b.isEmpty ? 1 : -1
      case (false, true): return mark == UInt8(ascii: "^") && a.isEmpty ? -1 : 1
      }
    }
    return nil
  }

  private static func compareNumbers(
    _ a: inout ArraySlice<UInt8>, _ b: inout ArraySlice<UInt8>
  ) -> Int {
    let numbers = (a.takeNumber(), b.takeNumber())
    if numbers.0.count != numbers.1.count { return numbers.0.count < numbers.1.count ? -1 : 1 }
    return numbers.0.compared(to: numbers.1)
  }

  private static func compareNames(
    _ a: inout ArraySlice<UInt8>, _ b: inout ArraySlice<UInt8>
  ) -> Int {
    let names = (a.prefix(while: \.isLetter), b.prefix(while: \.isLetter))
    a = a[names.0.endIndex...]
    b = b[names.1.endIndex...]
    return names.0.compared(to: names.1)
  }
}
