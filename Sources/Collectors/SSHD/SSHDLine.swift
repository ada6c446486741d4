// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A line of a configuration of OpenSSH, taken apart the way sshd does.
struct SSHDLine {
  /// The keyword as it is written.
  let keyword: String
  /// All that follows the keyword, quotes and comments included.
  let rest: [UInt8]
  /// The arguments without quotes, up to a comment; `nil` when a quote is not closed.
  let arguments: [String]?

  /// Takes a line apart; `nil` when sshd finds nothing in it.
  init?(_ line: String) {
    var bytes = Array(line.utf8)[...]
    while let last = bytes.last, SSHDWords.isSpace(last) || last == 0x0C { bytes.removeLast() }
    var words = SSHDWords(bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
    // A line that starts with `=` has an empty first word, which sshd skips.
    guard var keyword = words.next() else { return nil }
    if keyword.isEmpty { keyword = words.next() ?? "" }
    guard !keyword.isEmpty, !keyword.hasPrefix("#") else { return nil }
    self.keyword = keyword
    rest = Array(words.rest ?? [])
    arguments = Self.arguments(of: rest)
  }

  /// Splits arguments; quotes of both kinds and a backslash before them count, `#` ends the line.
  private static func arguments(of bytes: [UInt8]) -> [String]? {
    var rest = bytes[...]
    var arguments: [String] = []
    while true {
      rest = rest.drop(while: isBlank)
      guard let first = rest.first, first != UInt8(ascii: "#") else { return arguments }
      guard let argument = takeArgument(&rest) else { return nil }
      arguments.append(argument)
    }
  }

  /// Takes an argument, parts of which can stand in quotes; `nil` when a quote is not closed.
  private static func takeArgument(_ rest: inout ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var quote: UInt8?
    while let byte = rest.first, quote != nil || !isBlank(byte) {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "\\"), let next = rest.first,
        isQuote(next) || next == UInt8(ascii: "\\") || (quote == nil && next == 0x20)
      {
        bytes.append(next)
        rest = rest.dropFirst()
      } else if byte == quote {
        quote = nil
      } else if quote == nil, isQuote(byte) {
        quote = byte
      } else {
        bytes.append(byte)
      }
    }
    return quote == nil ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}

/// The words of a line as sshd takes keywords and the criteria of `Match` from it: white space ends
/// a word, one `=` counts as white space, and double quotes hold a word together.
struct SSHDWords {
  /// What is left; `nil` when the last word ended the line.
  private(set) var rest: ArraySlice<UInt8>?

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Takes the next word, which is empty where nothing stands before the end or before `=`; `nil`
  /// after the last, and when a quote is not closed.
  mutating func next() -> String? {
    guard let bytes = rest else { return nil }
    let isEnd = { Self.isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "=") }
    guard let end = bytes.firstIndex(where: isEnd) else {
      rest = nil
      return String(decoding: bytes, as: UTF8.self)
    }
    var word = Array(bytes[..<end])
    var after = bytes[(end + 1)...]
    if bytes[end] == UInt8(ascii: "\"") {
      guard let close = after.firstIndex(of: UInt8(ascii: "\"")) else {
        rest = nil
        return nil
      }
      word += after[..<close]
      after = after[(close + 1)...].drop(while: Self.isSpace)
    } else {
      after = after.drop(while: Self.isSpace)
      if bytes[end] != UInt8(ascii: "="), after.first == UInt8(ascii: "=") {
        after = after.dropFirst().drop(while: Self.isSpace)
      }
    }
    rest = after
    return String(decoding: word, as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
