// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Turns libyaml's positions, which count characters, into byte offsets.
///
/// Events come nearly in the order of the text, so the cursor walks from one position to the next
/// and counts the characters on the way, eight bytes at a time.
struct CharacterCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether every character is one byte, so that nothing is counted.
  private let isASCII: Bool
  /// The offset at which libyaml began to read.
  private let base: Int
  private var character = 0
  private var offset: Int

  init(bytes: UnsafeBufferPointer<UInt8>, from base: Int, isASCII: Bool) {
    self.bytes = bytes
    self.base = base
    self.isASCII = isASCII
    offset = base
  }

  /// Returns the byte offset of a character counted from where libyaml began to read.
  @inline(__always)
  mutating func offset(ofCharacter target: Int) -> Int {
    isASCII ? base + target : walk(to: target)
  }

  /// Sets the cursor to a character whose offset is known.
  @inline(__always)
  mutating func move(toCharacter target: Int, at knownOffset: Int) {
    character = target
    offset = knownOffset
  }

  private mutating func walk(to target: Int) -> Int {
    var left = target - character
    if left < 0 { return walkBack(to: target) }
    let raw = UnsafeRawBufferPointer(bytes)
    while left > 8, offset + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let continuations = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
      left -= 8 - continuations.nonzeroBitCount
      offset += 8
    }
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      offset += 1
    }
    character = target
    return offset
  }

  private mutating func walkBack(to target: Int) -> Int {
    while character > target, offset > base {
      offset -= 1
      if bytes[offset] & 0xC0 != 0x80 { character -= 1 }
    }
    character = target
    return offset
  }
}
