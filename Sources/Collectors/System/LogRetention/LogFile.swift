// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import EvidenceModel

/// A log with the rule that rotates it.
struct LogFile {
  /// The path, or the pattern of a rule.
  let path: String
  /// Whether rsyslog writes it.
  let isSystemLog: Bool
  /// The rule; `nil` for a log that nothing rotates.
  let rule: LogRotation.Rule?
  /// Where it is rotated, or else where it is written.
  let place: (source: Int, line: Int?)?

  /// Returns the logs that rsyslog writes, then those that are rotated besides.
  static func all(_ targets: SyslogTargets, _ rotation: LogRotation) -> [LogFile] {
    let written = targets.files.map { file in
      // Of several rules that name a log, logrotate obeys the first and complains of the others.
      let rule = rotation.rules.first { $0.patterns.contains { Self.matches(file.path, $0) } }
      return LogFile(
        path: file.path, isSystemLog: true, rule: rule,
        place: rule.map { ($0.source, $0.line) } ?? (file.source, file.line))
    }
    let names = Set(targets.files.map(\.path))
    let rotated = rotation.rules.flatMap { rule in
      rule.patterns.filter { !names.contains($0) }.map { pattern in
        LogFile(
          path: pattern, isSystemLog: false, rule: rule, place: (rule.source, rule.line))
      }
    }
    return written + rotated
  }

  /// Whether a pattern of a rule names a path.
  private static func matches(_ path: String, _ pattern: String) -> Bool {
    if path == pattern { return true }
    let names = path.split(separator: "/")
    let patterns = pattern.split(separator: "/")
    return names.count == patterns.count
      && zip(names, patterns).allSatisfy { GlobPattern.matches(String($0), String($1)) }
  }

  /// Returns how many files the log has on the disk, and when the oldest of them was last written.
  func onDisk(_ reader: HostReader) async throws(CollectionFailure) -> (
    count: Int, oldest: Instant?
  ) {
    var count = 0
    var oldest: Instant?
    let folder = Self.folder(of: path)
    let name = String(path.dropFirst(folder.utf8.count + 1))
    for folder in try await reader.expand(folder) {
      for found in try await reader.list(folder) where Self.belongs(found, to: name) {
        guard let status = try await reader.status("\(folder)/\(found)"), status.kind == .file
        else { continue }
        count += 1
        oldest = min(oldest ?? status.modified, status.modified)
      }
    }
    return (count, oldest)
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
  }

  /// Whether a file is the log itself or one that was rotated, such as `syslog.2.gz` or
  /// `messages-20261101`.
  private static func belongs(_ file: String, to name: String) -> Bool {
    if GlobPattern.matches(file, name) { return true }
    return GlobPattern.matches(file, "\(name).[0-9]*")
      || GlobPattern.matches(file, "\(name)-[0-9]*")
  }

  /// The log as evidence.
  func value(count: Int, oldest: Instant?) -> EvidenceValue {
    var value: EvidenceObject = [
      "path": .string(path), "is_system_log": .bool(isSystemLog), "is_rotated": .bool(rule != nil),
      "file_count": .int(Int64(count)),
    ]
    value["interval"] = rule?.interval.map { .string($0) }
    value["rotations"] = rule.map { .int(Int64($0.count)) }
    value["retention"] = rule?.retention.map { .string("\($0)s") }
    value["oldest"] = oldest.map { .string($0.formatted()) }
    return .object(value)
  }
}
