// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Where something was found last: a number that identifies what was searched, and a place in it.
struct PlaceCache: ~Copyable, Sendable {
  /// 40 bits of the number and 24 bits of the place, in one word so that threads see both or none.
  private let entry = Atomic<UInt64>(0)

  /// Returns the place found last, when the same was searched.
  @inline(__always)
  func place(for identifier: UInt64) -> Int? {
    let entry = entry.load(ordering: .relaxed)
    return entry >> 24 == identifier ? Int(truncatingIfNeeded: entry & 0xFF_FFFF) : nil
  }

  /// Remembers a place, when it and the number are small enough.
  func remember(_ place: Int, for identifier: UInt64) {
    guard place < 1 << 24, identifier < 1 << 40 else { return }
    entry.store(identifier << 24 | UInt64(place), ordering: .relaxed)
  }
}
