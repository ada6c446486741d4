// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The permission bits of a file, with setuid, setgid and sticky.
struct FileMode: Sendable, Hashable {
  /// The twelve bits.
  let bits: Int64

  /// A mode from octal digits such as `0640`, `640` or `0o640`.
  init(octal text: String) throws(FunctionFailure) {
    let digits = text.hasPrefix("0o") ? text.dropFirst(2) : text[...]
    guard 1...7 ~= digits.utf8.count,
      digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "7") ~= $0 }),
      let bits = Int64(digits, radix: 8)
    else { throw .invalidFileMode(text) }
    try self.init(bits: bits)
  }

  /// A mode from a number whose bits are the permissions; bits of the kind of file are dropped.
  init(bits: Int64) throws(FunctionFailure) {
    guard 0...0o177777 ~= bits else { throw .fileModeOutOfRange(bits) }
    self.bits = bits & 0o7777
  }

  /// Whether no bit is set that the other mode does not have.
  func isAtMost(_ other: FileMode) -> Bool { bits & ~other.bits == 0 }
}
