// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A text in the making that cannot grow beyond a limit, however often hostile rules double it.
struct TextBuilder {
  /// The largest text in bytes that a function makes from many: 16 MiB.
  static let maximumByteCount = 16 << 20

  /// The text so far.
  private(set) var text = ""

  /// Appends a text; throws when the whole would be too large.
  mutating func append(_ more: String) throws(FunctionFailure) {
    guard text.utf8.count + more.utf8.count <= TextBuilder.maximumByteCount else {
      throw .textTooLong
    }
    text += more
  }
}
