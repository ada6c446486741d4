// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The servers that a time service is told to follow.
struct TimeSources {
  /// One server.
  struct Entry {
    /// `server`, `pool`, `peer` or `refclock`.
    var kind: String
    /// The name or address.
    var address: String
    /// Whether its answers are proved by a key or by NTS.
    var isAuthenticated: Bool
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int
  }

  /// The most files that are read, so that includes end.
  private static let fileLimit = 100

  /// The servers in the order of the files.
  private(set) var entries: [Entry] = []
  /// Whether there is any file.
  private(set) var hasFile = false
  private var read: Set<String> = []

  /// Reads the files of chrony (chrony.conf(5)).
  static func chrony(_ reader: inout HostReader) async throws(CollectionFailure) -> TimeSources {
    var sources = TimeSources()
    for path in ["/etc/chrony.conf", "/etc/chrony/chrony.conf"] {
      try await sources.add(path, &reader)
    }
    return sources
  }

  /// Reads the files of ntpd (ntp.conf(5)).
  static func ntpd(_ reader: inout HostReader) async throws(CollectionFailure) -> TimeSources {
    var sources = TimeSources()
    for path in ["/etc/ntp.conf", "/etc/ntpsec/ntp.conf", "/etc/openntpd/ntpd.conf"] {
      try await sources.add(path, &reader)
    }
    return sources
  }

  /// Reads the files of systemd-timesyncd (timesyncd.conf(5)); the fallback counts when no other
  /// server is set.
  static func timesyncd(_ reader: inout HostReader) async throws(CollectionFailure) -> TimeSources {
    let configuration = try await SystemdConfiguration("timesyncd.conf", section: "Time", &reader)
    var sources = TimeSources()
    sources.hasFile = configuration.exists
    let set = configuration.list("NTP")
    for (address, entry) in set.isEmpty ? configuration.list("FallbackNTP") : set {
      sources.entries.append(
        Entry(
          kind: "server", address: address, isAuthenticated: false, source: entry.source,
          line: entry.line))
    }
    return sources
  }

  private mutating func add(_ path: String, _ reader: inout HostReader)
    async throws(CollectionFailure)
  {
    guard read.count < Self.fileLimit, read.insert(path).inserted,
      let file = try await reader.textIfPresent(path)
    else { return }
    hasFile = true
    for (number, line) in file.lines {
      let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard let first = words.first?.lowercased(), words.count > 1 else { continue }
      switch first {
      case "server", "servers", "pool", "peer", "refclock":
        entries.append(
          Entry(
            kind: first == "servers" ? "pool" : first, address: words[1],
            isAuthenticated: words.contains("nts") || words.contains("key"), source: file.source,
            line: number))
      case "include", "includefile":
        for path in try await reader.expand(words[1]) { try await add(path, &reader) }
      case "confdir": try await add(folders: words.dropFirst(), ending: ".conf", &reader)
      case "sourcedir": try await add(folders: words.dropFirst(), ending: ".sources", &reader)
      default: break
      }
    }
  }

  /// Of files with the same name only that of the first folder counts.
  private mutating func add(
    folders: ArraySlice<String>, ending: String, _ reader: inout HostReader
  ) async throws(CollectionFailure) {
    var paths: [String: String] = [:]
    for folder in folders.reversed() where folder.hasPrefix("/") {
      for name in try await reader.list(folder) where name.hasSuffix(ending) {
        paths[name] = "\(folder)/\(name)"
      }
    }
    for (_, path) in paths.sorted(by: { $0.key < $1.key }) { try await add(path, &reader) }
  }
}
