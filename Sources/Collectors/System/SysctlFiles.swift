// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The settings of kernel parameters that hold after the next start.
///
/// Files of all folders apply in the order of their names; of files with the same name only that of
/// the first folder counts, and a link to `/dev/null` takes a file away (sysctl.d(5)).
/// `/etc/sysctl.conf` applies last (sysctl(8), `--system`) unless a link gives it another place.
enum SysctlFiles {
  /// The folders, the strongest first.
  private static let folders = [
    "/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d",
    "/lib/sysctl.d",
  ]

  /// One assignment in a file.
  struct Setting {
    /// The path below `/proc/sys`, which can hold signs of a pattern.
    var path: String
    /// The value.
    var value: String
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int
  }

  /// Returns the path below `/proc/sys` of a name; `nil` when it would lead elsewhere.
  ///
  /// The first separator tells the style: in `net.ipv4.conf.eth0/1.mtu` dots separate and a slash
  /// stands for a dot, in `net/ipv4/conf/eth0.1/mtu` it is the other way round.
  static func path(of name: String) -> String? {
    let first = name.first { $0 == "." || $0 == "/" }
    let path = first != "." ? name : String(name.map { $0 == "." ? "/" : $0 == "/" ? "." : $0 })
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe = !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
    return isSafe && !path.utf8.contains(0) ? path : nil
  }

  /// Returns the setting that will hold for a path below `/proc/sys`; an exact name counts before
  /// every pattern.
  static func setting(_ path: String, _ reader: inout HostReader) async throws(CollectionFailure)
    -> Setting?
  {
    var exact: Setting?
    var byPattern: Setting?
    for file in try await files(reader) {
      guard let text = try await reader.textIfPresent(file) else { continue }
      for (number, line) in text.lines {
        guard let setting = parse(line, source: text.source, line: number) else { continue }
        if setting.path == path {
          exact = setting
        } else if matches(path, setting.path) {
          byPattern = setting
        }
      }
    }
    return exact ?? byPattern
  }

  /// Returns the files that apply, in order.
  private static func files(_ reader: HostReader) async throws(CollectionFailure) -> [String] {
    let files = try await DropInFiles.list(folders, reader)
    let hasMainFile = files.contains { $0.name == "99-sysctl.conf" }
    let paths = files.map(\.path)
    return hasMainFile ? paths : paths + ["/etc/sysctl.conf"]
  }

  private static func parse(_ line: String, source: Int, line number: Int) -> Setting? {
    var line = line.drop { $0 == " " || $0 == "\t" }
    guard let first = line.first, first != "#", first != ";" else { return nil }
    if first == "-" { line = line.dropFirst() }
    guard let sign = line.firstIndex(of: "="),
      let path = path(of: trimmed(line[..<sign]))
    else { return nil }
    let value = trimmed(line[line.index(after: sign)...])
    let words = value.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    return Setting(path: path, value: words, source: source, line: number)
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    let count = start.reversed().prefix { $0 == " " || $0 == "\t" }.count
    return String(start.dropLast(count))
  }

  private static func matches(_ path: String, _ pattern: String) -> Bool {
    guard GlobPattern.isPattern(pattern) else { return false }
    let names = path.split(separator: "/")
    let patterns = pattern.split(separator: "/")
    return names.count == patterns.count
      && zip(names, patterns).allSatisfy { GlobPattern.matches(String($0), String($1)) }
  }
}
