// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The settings of a file with one name and its value on each line, as in os-release, login.defs or
/// pwquality.conf.
///
/// The name ends at a space or `=`; a value can stand in quotes; a name alone has an empty value.
struct SettingLines {
  /// One line that sets something.
  struct Entry {
    /// The name.
    var name: String
    /// The value without quotes; empty for a name alone.
    var value: String
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int
  }

  /// The lines in order.
  let entries: [Entry]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - cutsComments: whether `#` starts a comment behind a value too.
  init(_ file: TextFile, cutsComments: Bool = false) {
    entries = file.lines.compactMap { number, text in
      guard let (name, value) = Self.parse(text, cutsComments) else { return nil }
      return Entry(name: name, value: value, source: file.source, line: number)
    }
  }

  /// The last setting of a name.
  subscript(name: String) -> Entry? { entries.last { $0.name == name } }

  /// Splits a line; `nil` for one that sets nothing.
  static func parse(_ line: String, _ cutsComments: Bool = false) -> (name: String, value: String)?
  {
    var bytes = Array(line.utf8)[...]
    if cutsComments { bytes = bytes.prefix { $0 != UInt8(ascii: "#") } }
    bytes = bytes.drop(while: ConfigurationWords.isSpace)
    guard let first = bytes.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else {
      return nil
    }
    let name = bytes.prefix { !ConfigurationWords.isSpace($0) && $0 != UInt8(ascii: "=") }
    guard !name.isEmpty else { return nil }
    bytes = bytes.dropFirst(name.count).drop(while: ConfigurationWords.isSpace)
    if bytes.first == UInt8(ascii: "=") { bytes = bytes.dropFirst() }
    bytes = bytes.drop(while: ConfigurationWords.isSpace)
    while let last = bytes.last, ConfigurationWords.isSpace(last) { bytes.removeLast() }
    if let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      bytes.count > 1, bytes.last == quote
    {
      bytes = bytes.dropFirst().dropLast()
    }
    return (String(decoding: name, as: UTF8.self), String(decoding: bytes, as: UTF8.self))
  }
}
