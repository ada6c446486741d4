// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds secrets that follow a word or an option without a sign between them.
enum SecretDirectives {
  /// Words behind which nothing but a secret stands, in lower case.
  private static let directives = [
    "requirepass", "masterauth", "bindpw", "rootpw", "auth_pass", "identified by",
    "ppp_password", "rocommunity", "rwcommunity", "snmp-server community", "wsrep_sst_auth",
  ]

  /// Words that stand before a password, or in prose.
  private static let words = ["password", "passwd", "passphrase", "secret", "pass"]

  /// Returns the secret behind the word that starts at an offset.
  static func span(in text: [UInt8], at offset: Int) -> SecretPatterns.Span? {
    guard let first = letter(text[offset]), "rmbaipsw".utf8.contains(first) else { return nil }
    for directive in directives where isWord(directive, in: text, at: offset) {
      return SecretPatterns.value(in: text, after: offset + directive.utf8.count, .password)
    }
    for word in words where isWord(word, in: text, at: offset) {
      return password(in: text, word: offset..<offset + word.utf8.count)
    }
    return nil
  }

  /// A password in quotes, the only other word of its line, or one behind `login name` as in
  /// netrc(5); behind the word in prose stands no secret.
  private static func password(in text: [UInt8], word: Range<Int>) -> SecretPatterns.Span? {
    guard let span = SecretPatterns.value(in: text, after: word.upperBound, .password) else {
      return nil
    }
    let before = text[lineStart(in: text, before: word.lowerBound)..<word.lowerBound]
    let isQuoted = span.range.lowerBound > 0 && "\"'".utf8.contains(text[span.range.lowerBound - 1])
    if isQuoted { return span }
    let after = text[span.range.upperBound...].prefix { $0 != 0x0A }
    let isAlone = (before + after).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let isLogin =
      String(decoding: before.suffix(128), as: UTF8.self).split(separator: " ")
      .dropLast().last == "login"
    return isAlone || isLogin ? span : nil
  }

  /// `curl -u name:password` and `sshpass -p password`; the hyphen stands at the offset.
  static func option(in text: [UInt8], at offset: Int) -> SecretPatterns.Span? {
    guard offset > 0, text[offset - 1] == 0x20 else { return nil }
    if text.starts(with: "-u ", at: offset) {
      let word = text[(offset + 3)...].prefix(256).prefix { $0 > 0x20 }
      guard let colon = word.firstIndex(of: UInt8(ascii: ":")), colon + 1 < word.endIndex else {
        return nil
      }
      return isNumber(word[(colon + 1)...]) ? nil : (colon + 1..<word.endIndex, .password)
    }
    if text.starts(with: "-p ", at: offset),
      text[..<offset].suffix(9).starts(with: " sshpass ".utf8)
        || text[..<offset].suffix(8).elementsEqual("sshpass ".utf8)
    {
      return SecretPatterns.value(in: text, after: offset + 3, .password)
    }
    return nil
  }

  /// `-u 1000:1000` names a user and a group.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a word stands at an offset in letters of any case, with white space behind it.
  private static func isWord(_ word: String, in text: [UInt8], at offset: Int) -> Bool {
    let end = offset + word.utf8.count
    guard end < text.count, text[end] == 0x20 || text[end] == 0x09 else { return false }
    if offset > 0, SecretPatterns.isNameByte(text[offset - 1]) { return false }
    return zip(text[offset..<end], word.utf8).allSatisfy { (letter($0) ?? $0) == $1 }
  }

  /// A letter in lower case.
  private static func letter(_ byte: UInt8) -> UInt8? {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") ? lower : nil
  }

  private static func lineStart(in text: [UInt8], before offset: Int) -> Int {
    var start = offset
    while start > 0, text[start - 1] != 0x0A, offset - start < 256 { start -= 1 }
    return start
  }
}
