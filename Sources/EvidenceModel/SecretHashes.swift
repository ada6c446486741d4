// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds passwords that are kept as hashes, which can be tried out at leisure.
enum SecretHashes {
  /// The ids of crypt(3) methods and of those that programs write in the same form.
  private static let methods = [
    "1", "2", "2a", "2b", "2x", "2y", "3", "5", "6", "7", "y", "gy", "md5", "sha1", "apr1",
    "argon2i", "argon2id", "argon2d", "pbkdf2", "pbkdf2-sha256", "pbkdf2-sha512", "scrypt", "P",
    "H",
  ]

  /// The schemes of RFC 2307 and its successors.
  private static let schemes = [
    "{SSHA}", "{SHA}", "{SMD5}", "{MD5}", "{CRYPT}", "{SSHA256}", "{SSHA512}", "{SHA256}",
    "{SHA512}", "{PBKDF2}", "{BCRYPT}", "{bcrypt}", "{ARGON2}",
  ]

  /// Returns the hash that starts at an offset.
  static func span(in text: [UInt8], at offset: Int) -> SecretPatterns.Span? {
    switch text[offset] {
    case UInt8(ascii: "$"): crypt(in: text, at: offset)
    case UInt8(ascii: "{"): directory(in: text, at: offset)
    case UInt8(ascii: "*"): digits(in: text, at: offset, "*", count: 40)
    case UInt8(ascii: "m"): digits(in: text, at: offset, "md5", count: 32)
    case UInt8(ascii: "S"): scram(in: text, at: offset)
    default: nil
    }
  }

  /// `$6$salt$hash` and the like.
  private static func crypt(in text: [UInt8], at offset: Int) -> SecretPatterns.Span? {
    let method = text[(offset + 1)...].prefix(16).prefix { $0 != UInt8(ascii: "$") && $0 != 0x2C }
    guard method.endIndex < text.count,
      methods.contains(where: { method.elementsEqual($0.utf8) })
    else { return nil }
    let end = self.end(in: text, from: method.endIndex, marks: "./$=,+-_")
    return end - method.endIndex > 10 ? (offset..<end, .passwordHash) : nil
  }

  /// `{SSHA}hash` and the like, as directories keep them.
  private static func directory(in text: [UInt8], at offset: Int) -> SecretPatterns.Span? {
    guard let scheme = schemes.first(where: { text.starts(with: $0, at: offset) }) else {
      return nil
    }
    let end = self.end(in: text, from: offset + scheme.utf8.count, marks: "./$=+")
    return (offset..<end, .passwordHash)
  }

  /// `*` with 40 hexadecimal digits as MySQL keeps it, `md5` with 32 as PostgreSQL does.
  private static func digits(
    in text: [UInt8], at offset: Int, _ prefix: String, count: Int
  ) -> SecretPatterns.Span? {
    guard text.starts(with: prefix, at: offset) else { return nil }
    let start = offset + prefix.utf8.count
    let end = self.end(in: text, from: start, marks: "")
    guard end - start == count,
      text[start..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    return (offset..<end, .passwordHash)
  }

  /// `SCRAM-SHA-256$4096:salt$key:key` as PostgreSQL keeps it.
  private static func scram(in text: [UInt8], at offset: Int) -> SecretPatterns.Span? {
    guard text.starts(with: "SCRAM-SHA-", at: offset) else { return nil }
    let end = self.end(in: text, from: offset, marks: "-$:+/=")
    let span = offset..<end
    return text[span].contains(UInt8(ascii: "$")) && end - offset > 40
      ? (span, .passwordHash) : nil
  }

  /// Returns the end of letters, digits and marks.
  private static func end(in text: [UInt8], from start: Int, marks: String) -> Int {
    text[start...].prefix { SecretPatterns.isAlphanumeric($0) || marks.utf8.contains($0) }.endIndex
  }
}
