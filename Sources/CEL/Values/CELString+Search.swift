// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    guard let needle = part.baseAddress, part.count > 0 else { return start <= count ? start : nil }
    guard let base = baseAddress else { return nil }
    var offset = start
    while offset &+ part.count <= count {
      let room = count &- part.count &+ 1 &- offset
      guard let found = memchr(base + offset, Int32(needle[0]), room) else { return nil }
      offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      var matched = 1
      while matched < part.count, base[offset &+ matched] == needle[matched] { matched &+= 1 }
      if matched == part.count { return offset }
      offset &+= 1
    }
    return nil
  }
}
