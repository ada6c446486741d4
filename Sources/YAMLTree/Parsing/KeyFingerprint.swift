// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A key of an open mapping: its node and a number that equal texts share.
struct KeyEntry {
  var node: UInt32
  var fingerprint: UInt32
}

enum KeyFingerprint {
  /// Returns a number from the length and up to sixteen bytes at both ends of a text.
  ///
  /// Texts with equal numbers still have to be compared; a mapping with many keys is checked with
  /// a seeded hash instead, so crafted collisions do not slow it down.
  @inline(__always)
  static func of(_ text: UnsafeRawPointer, count: Int) -> UInt32 {
    let first: UInt64
    let last: UInt64
    if count >= 8 {
      first = text.loadUnaligned(as: UInt64.self)
      last = text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      first = UInt64(text.loadUnaligned(as: UInt32.self))
      last = UInt64(text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else if count > 0 {
      first =
        UInt64(text.load(as: UInt8.self)) | UInt64(
          text.load(fromByteOffset: count / 2, as: UInt8.self)) << 8
      last = UInt64(text.load(fromByteOffset: count - 1, as: UInt8.self))
    } else {
      return 0
    }
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &* 0xC2B2_AE3D_27D4_EB4F &+ UInt64(count))
    return UInt32(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
