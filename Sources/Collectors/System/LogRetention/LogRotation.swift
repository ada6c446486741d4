// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel

/// The rules of logrotate (logrotate.conf(5)), each with what it takes over from the rules before.
struct LogRotation {
  /// What one rule does to the logs that its patterns name.
  struct Rule {
    /// The patterns of paths.
    var patterns: [String]
    /// `hourly`, `daily`, `weekly`, `monthly`, `yearly`; `nil` where only the size decides.
    var interval: String?
    /// How many rotated files are kept; negative when all are.
    var count: Int
    /// The days after which a rotated file is deleted.
    var maximumAge: Int?
    /// Whether a file that has grown is rotated before its time.
    var isBoundBySize: Bool
    /// The index of the file among the sources.
    var source: Int
    /// The line at which the rule begins.
    var line: Int?

    /// The seconds for which an entry is kept at least: zero where the size of the file decides,
    /// `nil` where nothing is ever deleted.
    var retention: Int64? {
      if count < 0, maximumAge == nil { return nil }
      guard let interval, !isBoundBySize, let seconds = LogRotation.seconds[interval] else {
        return 0
      }
      let kept = count < 0 ? Int64.max : Int64(count) * seconds
      return min(kept, maximumAge.map { Int64($0) * 86_400 } ?? .max)
    }
  }

  /// The seconds of each interval; a month and a year as long as the shortest, so that nothing is
  /// said to be kept that is not.
  static let seconds: [String: Int64] = [
    "hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 28 * 86_400,
    "yearly": 365 * 86_400,
  ]
  /// Where the settings for all logs are.
  static let configuration = "/etc/logrotate.conf"
  /// Where packages put their rules when the configuration names no other place.
  static let folder = "/etc/logrotate.d"

  /// The rules in the order in which logrotate reads them.
  private(set) var rules: [Rule] = []
  /// Whether logrotate has any file here.
  private(set) var exists = false

  /// Reads the rules of a host.
  init(_ reader: inout HostReader) async throws(CollectionFailure) {
    var settings = Settings()
    guard let file = try await reader.fileIfPresent(Self.configuration) else {
      try await readFolder(Self.folder, &settings, &reader)
      return
    }
    exists = true
    let nodes = try Self.parse(file, reader)
    add(nodes, of: file, &settings, &reader)
    for node in nodes where node.labels == ["include"] {
      guard let path = node.value, path.hasPrefix("/") else { continue }
      if try await reader.status(path, followLinks: true)?.kind == .directory {
        try await readFolder(path, &settings, &reader)
      } else if let file = try await reader.fileIfPresent(path) {
        add(try Self.parse(file, reader), of: file, &settings, &reader)
      }
    }
  }

  private mutating func readFolder(
    _ folder: String, _ settings: inout Settings, _ reader: inout HostReader
  ) async throws(CollectionFailure) {
    // logrotate passes over copies that package managers and editors leave.
    let passedOver = [
      ".rpmsave", ".rpmorig", ".rpmnew", "~", ".bak", ".dpkg-old", ".dpkg-dist", ".swp",
    ]
    for name in try await reader.list(folder).sorted() {
      guard !name.hasPrefix("."), !passedOver.contains(where: name.hasSuffix),
        let file = try await reader.fileIfPresent("\(folder)/\(name)")
      else { continue }
      exists = true
      // What a file sets outside of its rules holds for that file alone where it is included.
      var own = settings
      add(try Self.parse(file, reader), of: file, &own, &reader)
    }
  }

  private static func parse(
    _ file: HostFile, _ reader: HostReader
  ) throws(CollectionFailure) -> [AugeasParser.Node] {
    guard !file.bytes.contains(0) else {
      throw reader.failure(.failed, CollectorMessages.binary(file.path))
    }
    do throws(AugeasParser.Failure) {
      if let nodes = try AugeasPool.shared.parse(
        file.bytes, lens: "Logrotate.lns", path: file.path)
      {
        return nodes
      }
    } catch {
      throw reader.failure(error.isInText ? .failed : .unsupported, error.reason)
    }
    throw reader.failure(.failed, CollectorMessages.noAugeas)
  }

  /// Settings that hold until another takes their place.
  private struct Settings {
    var interval: String?
    var count = 0
    var maximumAge: Int?
    var isBoundBySize = false

    mutating func set(_ name: String, _ value: String) {
      switch name {
      case "schedule":
        interval = value
        isBoundBySize = false
      case "rotate": count = Int(value) ?? 0
      case "maxage": maximumAge = Int(value)
      case "size":
        interval = nil
        isBoundBySize = true
      case "maxsize": isBoundBySize = true
      default: break
      }
    }
  }

  private mutating func add(
    _ nodes: [AugeasParser.Node], of file: HostFile, _ settings: inout Settings,
    _ reader: inout HostReader
  ) {
    let source = reader.trail.add(file)
    for node in nodes where node.labels.count == 1 {
      guard node.labels == ["rule"] else {
        settings.set(node.labels[0], node.value ?? "")
        continue
      }
      var own = settings
      var patterns: [String] = []
      for part in nodes where part.parent == node.path {
        if part.labels.last == "file" {
          patterns.append(part.value ?? "")
        } else {
          own.set(part.labels.last ?? "", part.value ?? "")
        }
      }
      let line = node.start.map { start in
        file.bytes.prefix(start).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      }
      rules.append(
        Rule(
          patterns: patterns, interval: own.interval, count: own.count,
          maximumAge: own.maximumAge, isBoundBySize: own.isBoundBySize || own.interval == nil,
          source: source, line: line))
    }
  }
}
