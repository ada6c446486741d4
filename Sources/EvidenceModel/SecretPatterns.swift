// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds secrets in a text by their shape, in one pass whose work grows with the text's length only.
enum SecretPatterns {
  /// A range of bytes with what it is.
  typealias Span = (range: Range<Int>, kind: Redaction.Kind)

  /// Returns the secrets in a text, in order; of overlapping ones the earlier comes first.
  static func spans(in text: [UInt8]) -> [Span] {
    var spans: [Span] = []
    var offset = 0
    while offset < text.count {
      guard let span = span(in: text, at: offset) else {
        offset += 1
        continue
      }
      spans.append(span)
      offset = max(span.range.upperBound, offset + 1)
    }
    return spans
  }

  /// Whether a private key in PEM starts in a text.
  static func opensPrivateKey(_ text: String) -> Bool {
    text.contains("-----BEGIN ") && text.contains("PRIVATE KEY")
  }

  /// Whether a private key in PEM ends in a text.
  static func closesPrivateKey(_ text: String) -> Bool {
    text.contains("-----END ") && text.contains("PRIVATE KEY")
  }

  /// Returns the secret that the byte at an offset announces.
  private static func span(in text: [UInt8], at offset: Int) -> Span? {
    switch text[offset] {
    case UInt8(ascii: "="): assignment(in: text, at: offset)
    case 0xEF where text.starts(with: "：", at: offset):
      assignment(in: text, at: offset, signLength: 3)
    case UInt8(ascii: ":"): connection(in: text, at: offset) ?? assignment(in: text, at: offset)
    case UInt8(ascii: "-"):
      privateKey(in: text, at: offset) ?? option(in: text, at: offset)
        ?? SecretDirectives.option(in: text, at: offset)
    case UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "*"):
      SecretHashes.span(in: text, at: offset)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): PersonalNumbers.span(in: text, at: offset)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      word(in: text, at: offset)
    default: nil
    }
  }

  /// What a letter that starts a word can announce.
  private static func word(in text: [UInt8], at offset: Int) -> Span? {
    if offset > 0, isAlphanumeric(text[offset - 1]) { return nil }
    return SecretTokens.span(in: text, at: offset) ?? SecretHashes.span(in: text, at: offset)
      ?? SecretDirectives.span(in: text, at: offset)
  }

  // MARK: - Keys

  private static func privateKey(in text: [UInt8], at offset: Int) -> Span? {
    guard text.starts(with: "-----BEGIN ", at: offset),
      let header = text.firstRange(of: "PRIVATE KEY", from: offset, within: 64)
    else { return nil }
    guard let footer = text.firstRange(of: "-----END ", from: header.upperBound),
      let end = text.firstRange(of: "-----", from: footer.upperBound, within: 64)
    else { return (offset..<text.count, .privateKey) }
    return (offset..<end.upperBound, .privateKey)
  }

  // MARK: - Assignments

  /// `password=secret`, `token: "secret"` and the like; the sign stands at the offset.
  private static func assignment(in text: [UInt8], at offset: Int, signLength: Int = 1) -> Span? {
    var end = offset
    while end > 0, isSpaceOrQuote(text[end - 1]), offset - end < 4 { end -= 1 }
    var start = end
    while start > 0, isNameByte(text[start - 1]) || text[start - 1] > 0x7F, end - start < 64 {
      start -= 1
    }
    guard start < end, let kind = SecretNames.kind(of: text[start..<end]) else { return nil }
    return value(in: text, after: offset + signLength, kind)
  }

  /// `--password secret`; `--password=secret` is an assignment.
  private static func option(in text: [UInt8], at offset: Int) -> Span? {
    guard text.starts(with: "--", at: offset), offset == 0 || text[offset - 1] == 0x20 else {
      return nil
    }
    let end = text[(offset + 2)...].prefix(64).prefix(while: isNameByte).endIndex
    guard end < text.count, text[end] == 0x20,
      let kind = SecretNames.kind(of: text[(offset + 2)..<end])
    else { return nil }
    return value(in: text, after: end + 1, kind)
  }

  /// Returns the value that starts behind an offset: up to its quote, or a word.
  static func value(in text: [UInt8], after offset: Int, _ kind: Redaction.Kind) -> Span? {
    var start = offset
    while start < text.count, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    guard start < text.count else { return nil }
    let quote = text[start]
    var end: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start += 1
      end = text[start...].firstIndex(of: quote) ?? text.count
    } else {
      end = start
      while end < text.count, text[end] > 0x20, !",;&)".utf8.contains(text[end]) { end += 1 }
    }
    let value = String(decoding: text[start..<end].prefix(32), as: UTF8.self)
    return SecretNames.isHarmless(value) ? nil : (start..<end, kind)
  }

  /// `scheme://user:password@host`; the first colon stands at the offset.
  private static func connection(in text: [UInt8], at offset: Int) -> Span? {
    guard text.starts(with: "://", at: offset) else { return nil }
    let authority = text[(offset + 3)...].prefix(512).prefix { byte in
      byte > 0x20 && !"/?#\"'".utf8.contains(byte)
    }
    guard let colon = authority.firstIndex(of: UInt8(ascii: ":")),
      let at = authority.lastIndex(of: UInt8(ascii: "@")), colon + 1 < at
    else { return nil }
    return (colon + 1..<at, .password)
  }

  // MARK: - Bytes

  /// Whether a byte can be part of a name: a letter, a digit, `_`, `-` or `.`.
  static func isNameByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  private static func isSpaceOrQuote(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// Whether a byte is an ASCII letter or digit.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Whether a text stands at an offset.
  func starts(with text: String, at offset: Int) -> Bool {
    offset <= count && self[offset...].starts(with: text.utf8)
  }

  /// Returns the first place of a text from an offset on.
  fileprivate func firstRange(of text: String, from offset: Int, within limit: Int = .max)
    -> Range<Int>?
  {
    let length = text.utf8.count
    guard offset <= count - length else { return nil }
    let last = Swift.min(count - length, limit == .max ? count : offset + limit)
    var start = offset
    while start <= last {
      if starts(with: text, at: start) { return start..<start + length }
      start += 1
    }
    return nil
  }
}
