// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A text under construction, with the place of each run of its bytes.
struct TextMap {
  private(set) var text: [UInt8] = []
  private(set) var segments: [EmbeddedText.Segment] = []

  /// Appends a byte that stands at an offset of the source.
  mutating func append(_ byte: UInt8, at offset: Int) {
    mark(offset)
    text.append(byte)
  }

  /// Notes that the next byte of the text stands at an offset, whether or not there is one.
  mutating func mark(_ offset: Int) {
    if let last = segments.last {
      let expected = Int(last.sourceStart) + text.count - Int(last.textStart)
      if expected == offset { return }
      if Int(last.textStart) == text.count { segments.removeLast() }
    }
    segments.append(.init(textStart: UInt32(text.count), sourceStart: UInt32(offset)))
  }
}
