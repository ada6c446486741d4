// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel

/// Reads INI files as their many readers do where they agree.
///
/// Augeas has a lens for each program's dialect and refuses a whole file for one line of another:
/// keys before the first section, keys without a sign, values that go on, `;` within a value.
struct INIFile {
  /// One setting.
  struct Entry {
    /// The name of the section; empty before the first.
    var section: String
    /// The key.
    var key: String
    /// The value without quotes and comment; empty for a key without a sign.
    var value: String
    /// The line of the key, from 1.
    var line: Int
  }

  /// The settings in order.
  private(set) var entries: [Entry] = []
  /// The names of the sections, also of empty ones.
  private(set) var sections: Set<String> = []

  /// Reads a text.
  init(_ source: SourceText, _ reader: HostReader) throws(CollectionFailure) {
    var section = ""
    for (index, bytes) in source.utf8.split(
      separator: 0x0A, omittingEmptySubsequences: false
    ).enumerated() {
      let raw = String(decoding: bytes, as: UTF8.self)
      let line = Self.trimmed(raw[...])
      guard let first = line.first, first != "#", first != ";" else { continue }
      if first == "[" {
        guard let end = line.lastIndex(of: "]") else {
          throw reader.failure(CollectorMessages.sectionNotClosed, at: index + 1, of: source.name)
        }
        section = Self.trimmed(line[line.index(after: line.startIndex)..<end])
        sections.insert(section)
        continue
      }
      let sign = line.firstIndex { $0 == "=" || $0 == ":" }
      let isIndented = raw.first == " " || raw.first == "\t"
      if sign == nil, isIndented, !entries.isEmpty, entries[entries.count - 1].section == section {
        // A line without a sign further in goes on with the value before it.
        entries[entries.count - 1].value += "\n" + line
        continue
      }
      let key = Self.trimmed(line[..<(sign ?? line.endIndex)])
      guard !key.isEmpty else {
        throw reader.failure(CollectorMessages.nameMissing, at: index + 1, of: source.name)
      }
      let value = sign.map { Self.value(line[line.index(after: $0)...]) } ?? ""
      entries.append(Entry(section: section, key: key, value: value, line: index + 1))
      guard entries.count <= LocatedData.maximumCount else {
        let limit = LocatedData.maximumCount
        throw reader.failure(.failed, CollectorMessages.tooManyValues(source.name, limit))
      }
    }
    if entries.contains(where: { $0.section.isEmpty }) { sections.insert("") }
  }

  /// Returns what is between quotes, or the text before a comment sign behind a space.
  private static func value(_ text: Substring) -> String {
    let value = trimmed(text)
    if let quote = value.first, quote == "\"" || quote == "'" {
      let inner = value.dropFirst()
      if let end = inner.firstIndex(of: quote) {
        let rest = trimmed(inner[inner.index(after: end)...])
        if rest.isEmpty || rest.hasPrefix(";") || rest.hasPrefix("#") {
          return String(inner[..<end])
        }
      }
      return value
    }
    var previous: Character = " "
    for index in value.indices {
      let character = value[index]
      if character == ";" || character == "#", previous == " " || previous == "\t" {
        return trimmed(value[..<index])
      }
      previous = character
    }
    return value
  }

  private static func trimmed(_ text: Substring) -> String {
    func isSpace(_ character: Character) -> Bool {
      character == " " || character == "\t" || character == "\r" || character == "\r\n"
    }
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
    return String(text)
  }
}
