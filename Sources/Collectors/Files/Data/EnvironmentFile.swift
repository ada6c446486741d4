// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel

/// Reads files of `NAME=value` lines as shells, systemd, Docker and dotenv libraries do where they
/// agree.
///
/// Augeas' lens for them is that of shell scripts: it refuses values with spaces, names with dots
/// and hyphens, and names without a value, all of which stand in such files.
struct EnvironmentFile {
  /// One variable.
  struct Entry {
    /// The name.
    var name: String
    /// The value without quotes; `nil` for a name alone.
    var value: String?
    /// The line of the name, from 1.
    var line: Int
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the variables of a text in order.
  static func entries(of source: SourceText, _ reader: HostReader) throws(CollectionFailure)
    -> [Entry]
  {
    var file = EnvironmentFile(source.utf8)
    var entries: [Entry] = []
    while file.skipToEntry() {
      let line = file.line
      do {
        entries.append(try file.entry())
      } catch {
        throw reader.failure(error.rule, at: line, of: source.name)
      }
      guard entries.count <= LocatedData.maximumCount else {
        let limit = LocatedData.maximumCount
        throw reader.failure(.failed, CollectorMessages.tooManyValues(source.name, limit))
      }
    }
    return entries
  }

  /// A rule that the text breaks.
  private struct Mistake: Error {
    let rule: LocalizedText
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Steps over empty lines and comments; false at the end.
  private mutating func skipToEntry() -> Bool {
    while let byte = next {
      switch byte {
      case 0x20, 0x09, 0x0D: offset += 1
      case 0x0A: step()
      case UInt8(ascii: "#"): while let byte = next, byte != 0x0A { offset += 1 }
      default: return true
      }
    }
    return false
  }

  private mutating func step() {
    if bytes[offset] == 0x0A { line += 1 }
    offset += 1
  }

  private mutating func entry() throws(Mistake) -> Entry {
    let start = line
    var name = self.name()
    if name == "export", let byte = next, byte == 0x20 || byte == 0x09 {
      skipSpaces()
      name = self.name()
    }
    guard !name.isEmpty else { throw Mistake(rule: CollectorMessages.notAnAssignment) }
    skipSpaces()
    guard next == UInt8(ascii: "=") else {
      guard next == nil || next == 0x0A || next == 0x0D || next == UInt8(ascii: "#") else {
        throw Mistake(rule: CollectorMessages.notAnAssignment)
      }
      return Entry(name: name, value: nil, line: start)
    }
    offset += 1
    return Entry(name: name, value: try value(), line: start)
  }

  private mutating func skipSpaces() { while let b = next, b == 0x20 || b == 0x09 { offset += 1 } }

  private mutating func name() -> String {
    let start = offset
    while let byte = next, byte > 0x20, !"=#\"'`$();&|<>".utf8.contains(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Reads a value: parts in quotes and without, up to a comment behind a space or the line's end.
  private mutating func value() throws(Mistake) -> String {
    skipSpaces()
    var text: [UInt8] = []
    while let byte = next, byte != 0x0A {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted(by: byte, into: &text)
      case UInt8(ascii: "#") where text.isEmpty || text.last == 0x20 || text.last == 0x09:
        while let byte = next, byte != 0x0A { offset += 1 }
      case UInt8(ascii: "\\") where offset + 1 < bytes.count && bytes[offset + 1] == 0x0A:
        offset += 1
        step()
      default:
        text.append(byte)
        offset += 1
      }
    }
    while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a part in quotes, which may go over several lines; `\` counts within double ones.
  private mutating func quoted(by quote: UInt8, into text: inout [UInt8]) throws(Mistake) {
    offset += 1
    while let byte = next, byte != quote {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), offset + 1 < bytes.count {
        offset += 1
        switch bytes[offset] {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`"):
          text.append(bytes[offset])
        default: text += [byte, bytes[offset]]
        }
      } else {
        text.append(byte)
      }
      step()
    }
    guard next != nil else { throw Mistake(rule: CollectorMessages.quoteNotClosed) }
    offset += 1
  }
}
