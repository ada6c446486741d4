// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The settings of one part of systemd, from its main file and its drop-ins (systemd-system.conf(5),
/// "Configuration Directories and Precedence").
///
/// The main file is that of the first folder that has one; drop-ins follow in the order of their
/// names. The last valid value counts, and an empty one brings back the default.
struct SystemdConfiguration {
  /// The folders of configuration, the strongest first.
  private static let folders = [
    "/etc/systemd", "/run/systemd", "/usr/local/lib/systemd", "/usr/lib/systemd", "/lib/systemd",
  ]

  /// One assignment.
  struct Entry {
    /// The text behind the sign, without spaces at its ends.
    var value: String
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int
  }

  /// The assignments by key, in the order in which they apply.
  private var entries: [String: [Entry]] = [:]
  /// The values that the main file shows behind comment signs: the defaults of its build.
  private var shown: [String: String] = [:]
  /// Whether there is any file.
  private(set) var exists = false

  /// Reads the files of a host.
  ///
  /// - Parameters:
  ///   - name: the name of the main file, such as `journald.conf`.
  ///   - section: the section whose settings are wanted.
  ///   - reader: reads the files.
  init(_ name: String, section: String, _ reader: inout HostReader) async throws(CollectionFailure)
  {
    for folder in Self.folders {
      guard let file = try await reader.textIfPresent("\(folder)/\(name)") else { continue }
      add(file, section: section)
      for (_, line) in file.lines where line.hasPrefix("#") {
        if let (key, value) = Self.assignment(line.dropFirst()) { shown[key] = value }
      }
      break
    }
    let dropIns = try await DropInFiles.list(Self.folders.map { "\($0)/\(name).d" }, reader)
    for (_, path) in dropIns {
      if let file = try await reader.textIfPresent(path) { add(file, section: section) }
    }
  }

  /// Reads a unit and its drop-ins, in the order in which they apply.
  init(_ files: [TextFile], section: String) {
    for file in files { add(file, section: section) }
  }

  private mutating func add(_ file: TextFile, section: String) {
    exists = true
    var isInside = false
    var pending: (text: String, line: Int)?
    for (number, text) in file.lines {
      let line = Self.trimmed(text[...])
      // Comments and empty lines within a value that goes on do not end it.
      if line.hasPrefix("#") || line.hasPrefix(";") { continue }
      let start = pending?.line ?? number
      let whole = (pending?.text ?? "") + line
      if line.hasSuffix("\\") {
        pending = (String(whole.dropLast()) + " ", start)
        continue
      }
      pending = nil
      if whole.hasPrefix("[") {
        isInside = whole == "[\(section)]"
      } else if isInside, let (key, value) = Self.assignment(whole[...]) {
        entries[key, default: []].append(Entry(value: value, source: file.source, line: start))
      }
    }
  }

  /// Returns the value that holds for a key, with where it was set; `nil` when no valid one is.
  ///
  /// - Parameters:
  ///   - key: the name of the setting.
  ///   - parse: returns `nil` for a value that systemd would pass over.
  func value<Value>(_ key: String, _ parse: (String) -> Value?) -> (value: Value, entry: Entry)? {
    var last: (Value, Entry)?
    for entry in entries[key] ?? [] {
      if entry.value.isEmpty {
        last = nil
      } else if let value = parse(entry.value) {
        last = (value, entry)
      }
    }
    return last
  }

  /// Returns all values of a list setting; an empty one drops those before it.
  func list(_ key: String) -> [(value: String, entry: Entry)] {
    var list: [(String, Entry)] = []
    for entry in entries[key] ?? [] {
      if entry.value.isEmpty { list = [] }
      list += entry.value.split(separator: " ").map { (String($0), entry) }
    }
    return list
  }

  /// Returns the values of a setting that is given once on each line, such as a command; an empty one
  /// drops those before it.
  func lines(_ key: String) -> [Entry] {
    var list: [Entry] = []
    for entry in entries[key] ?? [] {
      if entry.value.isEmpty { list = [] } else { list.append(entry) }
    }
    return list
  }

  /// Returns the default that the main file shows for a key; `nil` when it shows none.
  func shownDefault(_ key: String) -> String? { shown[key] }

  private static func assignment(_ line: Substring) -> (key: String, value: String)? {
    guard let sign = line.firstIndex(of: "=") else { return nil }
    let key = trimmed(line[..<sign])
    guard !key.isEmpty, !key.contains(" ") else { return nil }
    return (key, trimmed(line[line.index(after: sign)...]))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
