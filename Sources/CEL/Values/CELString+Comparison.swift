// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension CELString: Hashable, Comparable {
  /// Whether the code points are the same.
  @inline(__always)
  package static func == (a: CELString, b: CELString) -> Bool {
    if a.isSameStorage(as: b) { return true }
    return a.withUTF8 { first in b.withUTF8 { first.hasSameBytes(as: $0) } }
  }

  /// Whether a text comes first by code points, which is the order of the UTF-8 bytes.
  package static func < (a: CELString, b: CELString) -> Bool { a.order(b) < 0 }

  /// Returns a negative number, zero or a positive number, as a text comes first, is equal or last.
  func order(_ other: CELString) -> Int {
    withUTF8 { first in other.withUTF8 { first.byteOrder($0) } }
  }

  package func hash(into hasher: inout Hasher) {
    withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension CELString: CustomStringConvertible {
  package var description: String { text }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes.
  @inline(__always)
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let a = baseAddress, let b = other.baseAddress else { return true }
    return UnsafeRawBufferPointer(start: a, count: count)
      .elementsEqualBytes(UnsafeRawBufferPointer(start: b, count: count))
  }

  /// Returns a negative number, zero or a positive number, comparing byte by byte.
  func byteOrder(_ other: UnsafeBufferPointer<UInt8>) -> Int {
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index] ? -1 : 1
    }
    return count - other.count
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are the same; both have the same count. Compares words, not bytes.
  @inline(__always)
  fileprivate func elementsEqualBytes(_ other: UnsafeRawBufferPointer) -> Bool {
    let count = self.count
    var offset = 0
    while offset &+ 8 <= count {
      if loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset &+= 8
    }
    while offset < count {
      if self[offset] != other[offset] { return false }
      offset &+= 1
    }
    return true
  }
}
