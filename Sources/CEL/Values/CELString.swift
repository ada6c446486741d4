// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Unicode text as UTF-8, compared by code points.
///
/// Swift's `String` compares by canonical equivalence and counts graphemes, CEL compares and counts
/// code points. The bytes follow the object's header in the same allocation.
package struct CELString: @unchecked Sendable {
  // Sendable: header and bytes are written only by `make`, before the storage is shared.

  private struct Header {
    var byteCount: Int
    var scalarCount: Int
  }

  private final class Storage: ManagedBuffer<Header, UInt8> {}

  private let storage: Storage

  /// The empty text.
  package static let empty = CELString.make("")

  /// Returns the text of a string.
  package static func make(_ text: String) -> CELString {
    var text = text
    return text.withUTF8 { make(trusted: $0) }
  }

  /// Returns the text of UTF-8 bytes, or `nil` when they are not valid UTF-8.
  package static func make(validating utf8: some Sequence<UInt8>) -> CELString? {
    guard let text = String(validating: Array(utf8), as: UTF8.self) else { return nil }
    return make(text)
  }

  /// Returns the text of bytes that are known to be valid UTF-8.
  static func make(trusted utf8: UnsafeBufferPointer<UInt8>) -> CELString {
    make(byteCount: utf8.count) { target in
      if let base = utf8.baseAddress { target.update(from: base, count: utf8.count) }
    }
  }

  /// Returns two texts in one.
  static func make(_ first: CELString, _ second: CELString) -> CELString {
    let split = first.byteCount
    return make(byteCount: split + second.byteCount) { target in
      first.withUTF8 { source in
        if let base = source.baseAddress { target.update(from: base, count: source.count) }
      }
      second.withUTF8 { source in
        if let base = source.baseAddress {
          (target + split).update(from: base, count: source.count)
        }
      }
    }
  }

  private static func make(
    byteCount: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void
  ) -> CELString {
    let buffer = Storage.create(minimumCapacity: byteCount) { _ in
      Header(byteCount: byteCount, scalarCount: 0)
    }
    buffer.withUnsafeMutablePointers { header, bytes in
      fill(bytes)
      var scalars = 0
      for index in 0..<byteCount { scalars &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0 }
      header.pointee.scalarCount = scalars
    }
    return CELString(storage: unsafeDowncast(buffer, to: Storage.self))
  }

  /// The number of bytes as UTF-8.
  @inline(__always)
  package var byteCount: Int { storage.withUnsafeMutablePointerToHeader { $0.pointee.byteCount } }

  /// The number of Unicode scalars: CEL's `size`.
  package var scalarCount: Int {
    storage.withUnsafeMutablePointerToHeader { $0.pointee.scalarCount }
  }

  /// Whether both are the same storage, so that the bytes need not be compared.
  @inline(__always)
  func isSameStorage(as other: CELString) -> Bool { storage === other.storage }

  /// The text.
  package var text: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

  /// Calls the body with the UTF-8 bytes, which are valid during the call.
  @inline(__always)
  package func withUTF8<R, E: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try storage.withUnsafeMutablePointers { (header, bytes) throws(E) -> R in
      try body(UnsafeBufferPointer(start: bytes, count: header.pointee.byteCount))
    }
  }
}
