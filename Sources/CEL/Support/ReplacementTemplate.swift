// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The replacement text of `regex.replace`: `\0` to `\9` stand for groups, `\\` for a backslash.
struct ReplacementTemplate: Sendable {
  private enum Part: Sendable {
    case literal([UInt8])
    case group(Int)
  }

  private let parts: [Part]

  /// Parses a template; throws when a backslash is followed by neither a digit nor a backslash.
  init(_ text: String) throws(FunctionFailure) {
    var parts: [Part] = []
    var literal: [UInt8] = []
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte != UInt8(ascii: "\\") {
        literal.append(byte)
        continue
      }
      switch bytes.next() {
      case UInt8(ascii: "\\"):
        literal.append(byte)
      case .some(let digit) where UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit:
        parts.append(.literal(literal))
        parts.append(.group(Int(digit - UInt8(ascii: "0"))))
        literal = []
      case .some, .none:
        throw .invalidReplacement(text)
      }
    }
    parts.append(.literal(literal))
    self.parts = parts
  }

  /// Throws when the template names a group that the pattern does not have.
  func requireGroups(atMost count: Int) throws(FunctionFailure) {
    for case .group(let number) in parts where number > count {
      throw .unknownGroup(number, groupCount: count)
    }
  }

  /// Appends the replacement of one match; a group that took no part stands for nothing.
  func append(to result: inout [UInt8], match: RegularExpression.Match, of text: [UInt8]) {
    for part in parts {
      switch part {
      case .literal(let bytes): result += bytes
      case .group(let number): if let range = match[number] { result += text[range] }
      }
    }
  }
}
