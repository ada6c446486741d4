// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The rules of the kernel's audit that the next start loads.
///
/// augenrules(8) puts the files of `/etc/audit/rules.d` together: in the order of `ls -v`, with the
/// last `-D`, `-b` and `-f` in front and the last `-e` at the end. Where that folder has no file,
/// `/etc/audit/audit.rules` is loaded as it is.
struct AuditRuleFiles {
  /// A line that sets something for all rules.
  struct Switch {
    /// What it sets.
    var value: Int64
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int
  }

  /// The folder whose files are put together.
  static let folder = "/etc/audit/rules.d"
  /// The file that is loaded.
  static let file = "/etc/audit/audit.rules"

  /// The rules in the order in which they are loaded.
  private(set) var rules: [AuditRule] = []
  /// The `-e`, `-f` and `-b` lines that count.
  private(set) var switches: [String: Switch] = [:]
  /// The files in the order in which they apply.
  private(set) var paths: [String] = []

  /// Reads the files of a host.
  init(_ reader: inout HostReader) async throws(CollectionFailure) {
    let names = try await reader.list(Self.folder).filter { $0.hasSuffix(".rules") }
    paths = names.sorted(by: Self.isBefore).map { "\(Self.folder)/\($0)" }
    if paths.isEmpty { paths = [Self.file] }
    var found: [String] = []
    for path in paths {
      guard let file = try await reader.textIfPresent(path) else { continue }
      found.append(path)
      for (number, line) in file.lines { add(line, file.source, number) }
    }
    paths = found
  }

  private mutating func add(_ text: String, _ source: Int, _ number: Int) {
    let words = text.split { $0 == " " || $0 == "\t" }
    guard let first = words.first, !first.hasPrefix("#") else { return }
    if let rule = AuditRule(text, source: source, number: number) {
      rules.append(rule)
    } else if first == "-D", words.count == 1 {
      // In front of all rules there is nothing to delete.
    } else if first == "-d" || first == "-W" {
      delete(words.dropFirst().joined(separator: " "))
    } else if ["-e", "-f", "-b"].contains(first), words.count > 1, let value = Int64(words[1]) {
      switches[String(first)] = Switch(value: value, source: source, line: number)
    }
  }

  /// `-d` and `-W` take away the rule that was added with the same words.
  private mutating func delete(_ words: String) {
    rules.removeAll { $0.text.split(separator: " ").dropFirst().joined(separator: " ") == words }
  }

  /// The order of `ls -v`: numbers by their value, anything else by its bytes.
  static func isBefore(_ a: String, _ b: String) -> Bool {
    var left = Array(a.utf8)[...]
    var right = Array(b.utf8)[...]
    while let first = left.first, let second = right.first {
      let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
      guard isDigit(first), isDigit(second) else {
        if first != second { return first < second }
        left.removeFirst()
        right.removeFirst()
        continue
      }
      let numbers = [left, right].map { $0.prefix(while: isDigit) }
      left = left.dropFirst(numbers[0].count)
      right = right.dropFirst(numbers[1].count)
      let values = numbers.map { $0.drop { $0 == 0x30 } }
      if values[0].count != values[1].count { return values[0].count < values[1].count }
      if !values[0].elementsEqual(values[1]) {
        return values[0].lexicographicallyPrecedes(values[1])
      }
    }
    return left.isEmpty && right.isEmpty ? a < b : left.isEmpty
  }
}
