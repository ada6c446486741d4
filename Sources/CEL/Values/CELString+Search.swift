// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension CELString {
  /// Whether another text occurs in this one.
  func contains(_ part: CELString) -> Bool {
    withUTF8 { text in part.withUTF8 { text.firstOffset(of: $0) != nil } }
  }

  /// Whether this text begins with another.
  func starts(with prefix: CELString) -> Bool {
    withUTF8 { text in
      prefix.withUTF8 {
        text.count >= $0.count
          && UnsafeBufferPointer(rebasing: text[..<$0.count]).hasSameBytes(as: $0)
      }
    }
  }

  /// Whether this text ends with another.
  func ends(with suffix: CELString) -> Bool {
    withUTF8 { text in
      suffix.withUTF8 {
        text.count >= $0.count
          && UnsafeBufferPointer(rebasing: text[(text.count - $0.count)...]).hasSameBytes(as: $0)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Returns the offset of the first occurrence of other bytes at or after an offset.
  ///
  /// Takes time of the product of both lengths at worst, which is what `contains` costs.
  func firstOffset(of part: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let first = part.first else { return start <= count ? start : nil }
    var offset = start
    while offset &+ part.count <= count {
      if self[offset] == first {
        var matched = 1
        while matched < part.count, self[offset &+ matched] == part[matched] { matched &+= 1 }
        if matched == part.count { return offset }
      }
      offset &+= 1
    }
    return nil
  }
}
