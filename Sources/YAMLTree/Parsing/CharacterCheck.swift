// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Finds bytes that are not UTF-8 and characters that YAML forbids, and makes a copy without them.
///
/// libyaml stops at the first of these. Each byte of them becomes a question mark in the copy, so
/// that reading goes on and every offset stays true.
struct CharacterCheck {
  /// Something that may not stand in a YAML file.
  struct Fault {
    var range: Range<Int>
    /// The character; `nil` when the bytes are not UTF-8.
    var scalar: UInt32?
  }

  /// Whether every byte is ASCII.
  private(set) var isASCII = true
  /// What was found, in order, neighbours of one kind joined.
  private(set) var faults: [Fault] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if Self.isPlain(word) {
        offset += 8
      } else {
        let end = offset + 8
        while offset < end { offset += step(bytes, offset) }
      }
    }
    while offset < bytes.count { offset += step(bytes, offset) }
  }

  /// Returns a copy in which each byte at fault is a question mark.
  func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var copy = bytes
    for fault in faults {
      for index in fault.range { copy[index] = UInt8(ascii: "?") }
    }
    return copy
  }

  /// Whether eight bytes are all printable ASCII, tabs and line breaks.
  ///
  /// Each byte is looked at in its own lane of the word: with bytes below 0x80 no sum here carries
  /// into the next lane.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    if word & high != 0 || (word &+ ones) & high != 0 { return false }
    let controls = ~((word | high) &- ones &* 0x20) & high
    if controls == 0 { return true }
    let lineFeeds = ~((word ^ (ones &* 0x0A)) &+ ones &* 0x7F)
    let returns = ~((word ^ (ones &* 0x0D)) &+ ones &* 0x7F)
    let tabs = ~((word ^ (ones &* 0x09)) &+ ones &* 0x7F)
    return controls & ~(lineFeeds | returns | tabs) == 0
  }

  /// Checks one character and returns its length, or that of the bytes that are none.
  @inline(__always)
  private mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 {
      let isAllowed =
        byte >= 0x20 ? byte != 0x7F : byte == 0x0A || byte == 0x0D || byte == 0x09
      if !isAllowed { add(offset..<offset + 1, UInt32(byte)) }
      return 1
    }
    isASCII = false
    // Most of the non-ASCII text of a catalogue: three bytes, U+3000 to U+CFFF.
    if byte >= 0xE3, byte <= 0xEC, offset + 2 < bytes.count,
      bytes[offset + 1] & 0xC0 == 0x80, bytes[offset + 2] & 0xC0 == 0x80
    {
      return 3
    }
    return stepSlowly(bytes, offset)
  }

  private mutating func stepSlowly(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let leads = byte >= 0xC2 && byte <= 0xF4
    var value = UInt32(byte) & (0x7F >> UInt32(length))
    var valid = leads && offset + length <= bytes.count
    if valid {
      for index in offset + 1..<offset + length {
        valid = valid && bytes[index] & 0xC0 == 0x80
        value = value << 6 | UInt32(bytes[index] & 0x3F)
      }
    }
    let minimum: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard valid, value >= minimum, Unicode.Scalar(value) != nil else {
      add(offset..<offset + 1, nil)
      return 1
    }
    switch value {
    case 0x80..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: add(offset..<offset + length, value)
    default: break
    }
    return length
  }

  private mutating func add(_ range: Range<Int>, _ scalar: UInt32?) {
    if let last = faults.indices.last, faults[last].range.upperBound == range.lowerBound,
      faults[last].scalar == scalar
    {
      faults[last].range = faults[last].range.lowerBound..<range.upperBound
    } else {
      faults.append(Fault(range: range, scalar: scalar))
    }
  }
}
