// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The settings of modprobe (modprobe.d(5)).
struct ModprobeFiles {
  /// The folders, the strongest first.
  private static let folders = [
    "/etc/modprobe.d", "/run/modprobe.d", "/usr/local/lib/modprobe.d", "/usr/lib/modprobe.d",
    "/lib/modprobe.d",
  ]

  /// One line.
  struct Entry {
    /// The name of the module or a pattern, `_` in place of `-`.
    var pattern: String
    /// What is run instead of loading it; empty for a blacklisted one.
    var command: String
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int?
  }

  /// The `blacklist` lines, and those of the kernel's command line.
  private(set) var blacklist: [Entry] = []
  /// The `install` lines.
  private(set) var installs: [Entry] = []
  /// Whether there is any folder.
  private(set) var exist = false

  /// Reads the files of a host.
  init(_ reader: inout HostReader) async throws(CollectionFailure) {
    for folder in Self.folders where !exist { exist = try await reader.status(folder) != nil }
    for (_, path) in try await DropInFiles.list(Self.folders, reader) {
      guard let file = try await reader.textIfPresent(path) else { continue }
      add(file)
    }
    guard reader.host.isLive, let file = try await reader.textIfPresent("/proc/cmdline") else {
      return
    }
    for option in file.lines.first?.text.split(separator: " ") ?? [] {
      let parts = option.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, ["modprobe.blacklist", "module_blacklist"].contains(parts[0]) else {
        continue
      }
      blacklist += parts[1].split(separator: ",").map {
        Entry(pattern: Self.normalized($0), command: "", source: file.source, line: 1)
      }
    }
  }

  private mutating func add(_ file: TextFile) {
    var pending: (text: String, line: Int)?
    for (number, line) in file.lines {
      let start = pending?.line ?? number
      let text = (pending?.text ?? "") + line
      pending = text.hasSuffix("\\") ? (String(text.dropLast()), start) : nil
      if pending != nil { continue }
      let words = text.split(maxSplits: 2) { $0 == " " || $0 == "\t" }
      guard words.count >= 2 else { continue }
      let entry = Entry(
        pattern: Self.normalized(words[1]), command: words.count > 2 ? String(words[2]) : "",
        source: file.source, line: start)
      if words[0] == "blacklist" { blacklist.append(entry) }
      if words[0] == "install", words.count > 2 { installs.append(entry) }
    }
  }

  /// Returns the name with `_` in place of `-`, which modprobe does not tell apart.
  static func normalized(_ name: some StringProtocol) -> String {
    String(name.map { $0 == "-" ? "_" : $0 })
  }
}
