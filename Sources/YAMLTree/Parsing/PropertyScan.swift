// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The tag and the anchor before a node, found in the source because libyaml gives a node with
/// either of them their position.
struct PropertyScan {
  /// The bytes of the tag.
  private(set) var tag: Range<Int>?
  /// The offset of the node's content.
  private(set) var contentStart: Int

  /// Scans from the first property; a scalar's content begins at its end at the latest.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) {
    var offset = start
    contentStart = min(start, limit)
    while offset < limit {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        offset += 1
      case UInt8(ascii: "#"):
        while offset < limit, !bytes[offset].isLineBreak { offset += 1 }
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        let end = Self.endOfProperty(bytes, from: offset, to: limit)
        if bytes[offset] == UInt8(ascii: "!") { tag = offset..<end }
        offset = end
      default:
        contentStart = offset
        return
      }
    }
    contentStart = limit
  }

  private static func endOfProperty(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
  ) -> Int {
    let isAnchor = bytes[start] == UInt8(ascii: "&")
    let isVerbatim = start + 1 < limit && bytes[start + 1] == UInt8(ascii: "<")
    var offset = start + 1
    while offset < limit {
      if isAnchor {
        if !isAnchorCharacter(bytes[offset]) { return offset }
      } else if isVerbatim {
        if bytes[offset] == UInt8(ascii: ">") { return offset + 1 }
      } else if endsTag(bytes[offset]) {
        return offset
      }
      offset += 1
    }
    return limit
  }

  private static func isAnchorCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func endsTag(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
