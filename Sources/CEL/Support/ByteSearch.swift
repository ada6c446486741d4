// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds one sequence of bytes in another in linear time (Knuth, Morris and Pratt).
struct ByteSearch {
  private let needle: [UInt8]
  /// For each prefix of the needle, the length of its longest proper prefix that ends it.
  private let borders: [Int]

  init(for needle: [UInt8]) {
    self.needle = needle
    var borders = [0]
    var length = 0
    for byte in needle.dropFirst() {
      while length > 0, needle[length] != byte { length = borders[length - 1] }
      if needle[length] == byte { length += 1 }
      borders.append(length)
    }
    self.borders = borders
  }

  /// Returns the offset of the first occurrence at or after `start`.
  func firstOffset(in bytes: [UInt8], from start: Int = 0) -> Int? {
    if needle.isEmpty { return start }
    var matched = 0
    for index in start..<bytes.count {
      while matched > 0, needle[matched] != bytes[index] { matched = borders[matched - 1] }
      if needle[matched] == bytes[index] { matched += 1 }
      if matched == needle.count { return index - matched + 1 }
    }
    return nil
  }

  /// Returns the offset of the last occurrence that starts at or before `limit`.
  func lastOffset(in bytes: [UInt8], upTo limit: Int) -> Int? {
    let end = min(bytes.count, limit + needle.count)
    let reversed = ByteSearch(for: needle.reversed())
    return reversed.firstOffset(in: bytes[..<end].reversed()).map { end - $0 - needle.count }
  }

  /// Returns the parts of bytes between occurrences of a needle that is not empty, at most `limit`.
  func split(_ bytes: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    while parts.count < limit - 1, let offset = firstOffset(in: bytes, from: start) {
      parts.append(bytes[start..<offset])
      start = offset + needle.count
    }
    parts.append(bytes[start...])
    return parts
  }
}
