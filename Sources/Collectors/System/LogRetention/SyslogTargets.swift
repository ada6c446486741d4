// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// Where rsyslog writes messages to and sends them, from its selector lines and its actions
/// (rsyslog.conf(5)).
struct SyslogTargets {
  /// Where rsyslog reads its settings.
  static let paths = ["/etc/rsyslog.conf", "/etc/rsyslog.d/*.conf"]

  /// The files that it writes, each once, in order.
  private(set) var files: [(path: String, source: Int, line: Int)] = []
  /// The hosts that it sends to, as written.
  private(set) var remotes: [(target: String, source: Int, line: Int)] = []
  /// Whether it has any file here.
  private(set) var exists = false

  /// Reads the settings of a host.
  init(_ reader: inout HostReader) async throws(CollectionFailure) {
    for pattern in Self.paths {
      for path in try await reader.expand(pattern) {
        guard let file = try await reader.textIfPresent(path) else { continue }
        exists = true
        for (number, line) in file.lines { read(line, file.source, number) }
      }
    }
  }

  private mutating func read(_ text: String, _ source: Int, _ line: Int) {
    let text = text.drop { $0 == " " || $0 == "\t" }
    if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("$") { return }
    if let target = Self.parameter("target", in: text) {
      remotes.append((target, source, line))
      return
    }
    if let path = Self.parameter("file", in: text), path.hasPrefix("/") {
      add(path, source, line)
      return
    }
    // `facility.level   -/path`, where the minus means that writes are not flushed.
    let words = text.split { $0 == " " || $0 == "\t" }
    guard words.count >= 2, words[0].contains("."), let action = words.last else { return }
    let plain = action.hasPrefix("-") ? action.dropFirst() : action
    if plain.hasPrefix("/") {
      add(String(plain.prefix { $0 != ";" }), source, line)
    } else if plain.hasPrefix("@") {
      remotes.append((String(plain.drop { $0 == "@" }.prefix { $0 != ";" }), source, line))
    }
  }

  private mutating func add(_ path: String, _ source: Int, _ line: Int) {
    if path.hasPrefix("/dev/") || files.contains(where: { $0.path == path }) { return }
    files.append((path, source, line))
  }

  /// Returns the value of a parameter of an action, such as `file="/var/log/syslog"`.
  private static func parameter(_ name: String, in text: Substring) -> String? {
    let lower = text.lowercased()
    guard let found = lower.firstRange(of: "\(name)=\"") else { return nil }
    let before = lower[..<found.lowerBound].last
    guard before == nil || before == " " || before == "\t" || before == "(" else { return nil }
    let start = lower.utf8.distance(from: lower.startIndex, to: found.upperBound)
    let value = Array(text.utf8).dropFirst(start).prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: value, as: UTF8.self)
  }
}
