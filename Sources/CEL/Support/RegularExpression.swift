// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CRE2

/// A compiled pattern in the syntax that CEL specifies, RE2; matching takes linear time.
final class RegularExpression: Sendable {
  /// The memory in bytes that one pattern and its automaton may take; larger patterns are invalid.
  static let maximumMemory: Int64 = 4 << 20

  /// The pattern as written.
  let pattern: String

  /// The number of capturing groups, the whole match not counted.
  let groupCount: Int

  // Safe to share: it is assigned once, freed only by `deinit`, and RE2 documents its objects as
  // usable by many threads at once, because it guards the automaton's cache with its own lock.
  private nonisolated(unsafe) let handle: OpaquePointer

  /// Compiles a pattern; throws with RE2's reason when it is not valid.
  init(_ pattern: String) throws(FunctionFailure) {
    self.pattern = pattern
    handle = Array(pattern.utf8).withBytes {
      cre2_compile($0, $1, RegularExpression.maximumMemory)
    }
    groupCount = Int(cre2_group_count(handle))
    if let reason = cre2_error(handle) {
      throw .invalidPattern(pattern, reason: String(cString: reason))
    }
  }

  deinit {
    cre2_free(handle)
  }

  /// Whether the pattern matches anywhere in a text.
  func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }

  /// Whether the pattern matches anywhere in UTF-8 bytes.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.withBytes { cre2_matches(handle, $0, $1) }
  }

  /// A match: the byte range of the whole, then that of each group, `nil` for one not taken part in.
  typealias Match = [Range<Int>?]

  /// Returns the first match that starts at or after a byte offset; `^` and `\b` see what precedes.
  func firstMatch(in text: [UInt8], from start: Int = 0) -> Match? {
    var ranges = [cre2_range](repeating: cre2_range(start: -1, end: -1), count: groupCount + 1)
    let found = text.withBytes {
      cre2_find(handle, $0, $1, start, &ranges, Int32(ranges.count))
    }
    guard found else { return nil }
    return ranges.map { $0.start < 0 ? nil : Int($0.start)..<Int($0.end) }
  }

  /// Returns the matches from left to right without overlap, at most `limit`.
  ///
  /// An empty match just behind another match does not count, as in Go's `FindAll`.
  func allMatches(in text: [UInt8], limit: Int = .max) -> [Match] {
    var matches: [Match] = []
    var position = 0
    var previousEnd = -1
    while matches.count < limit, position <= text.count,
      let match = firstMatch(in: text, from: position), let whole = match[0]
    {
      if !whole.isEmpty || whole.lowerBound != previousEnd { matches.append(match) }
      previousEnd = whole.upperBound
      position =
        whole.upperBound > position ? whole.upperBound : text.scalarBoundary(after: position)
    }
    return matches
  }
}

extension [UInt8] {
  /// Returns the offset of the scalar after the one at `offset`, or one past the end.
  fileprivate func scalarBoundary(after offset: Int) -> Int {
    var next = offset + 1
    while next < count, self[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  fileprivate func withBytes<R>(_ body: (UnsafePointer<CChar>, Int) -> R) -> R {
    withUnsafeBufferPointer { $0.withBytes(body) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Calls the body with a pointer that C accepts, which an empty buffer does not have of its own.
  fileprivate func withBytes<R>(_ body: (UnsafePointer<CChar>, Int) -> R) -> R {
    guard let start = baseAddress else {
      return withUnsafePointer(to: CChar(0)) { body($0, 0) }
    }
    return start.withMemoryRebound(to: CChar.self, capacity: count) { body($0, count) }
  }
}
