// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension UInt8 {
  /// Whether the byte is an ASCII letter.
  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
}

extension Sequence<UInt8> {
  /// Returns -1, 0 or 1 by the first byte that differs, a prefix being less.
  func compared(to other: some Sequence<UInt8>) -> Int {
    var others = other.makeIterator()
    for byte in self {
      guard let otherByte = others.next() else { return 1 }
      if byte != otherByte { return byte < otherByte ? -1 : 1 }
    }
    return others.next() == nil ? 0 : -1
  }
}
