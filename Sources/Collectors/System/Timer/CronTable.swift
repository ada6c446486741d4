// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The jobs of cron: its tables, those of users, and the folders of scripts (crontab(5)).
struct CronTable {
  /// One job.
  struct Job {
    /// The file that has it.
    var path: String
    /// The five fields of time, or a word such as `@daily`.
    var schedule: String
    /// Who runs it.
    var user: String
    /// The line for the shell.
    var command: String
    /// Whether its file is one that cron would pass over.
    var isPassedOver = false
    /// The index of the file among the sources; `nil` for a script that was not read.
    var source: Int?
    /// The line in the file.
    var line: Int?
  }

  /// The folders of scripts, with when they are run.
  private static let scriptFolders = [
    ("/etc/cron.hourly", "@hourly"), ("/etc/cron.daily", "@daily"), ("/etc/cron.weekly", "@weekly"),
    ("/etc/cron.monthly", "@monthly"),
  ]
  /// Where the tables of users lie: on Debian, on RHEL, and on SUSE.
  private static let userFolders = [
    "/var/spool/cron/crontabs", "/var/spool/cron", "/var/spool/cron/tabs",
  ]

  /// The jobs in the order of the files.
  private(set) var jobs: [Job] = []
  /// Whether cron has any file.
  private(set) var exists = false

  /// Reads the tables of a host.
  init(_ reader: inout HostReader) async throws(CollectionFailure) {
    if let file = try await reader.textIfPresent("/etc/crontab") { add(file, user: nil) }
    for name in try await reader.list("/etc/cron.d") {
      exists = true
      guard let file = try await regular("/etc/cron.d/\(name)", &reader) else { continue }
      // Debian's cron passes over names with a dot, such as those of package managers' copies.
      add(file, user: nil, isPassedOver: name.contains(".") || name.hasSuffix("~"))
    }
    for (folder, schedule) in Self.scriptFolders {
      for name in try await reader.list(folder) where !name.hasPrefix(".") {
        exists = true
        guard let status = try await reader.status("\(folder)/\(name)", followLinks: true),
          status.kind == .file
        else { continue }
        jobs.append(
          Job(
            path: folder, schedule: schedule, user: "root", command: "\(folder)/\(name)",
            isPassedOver: status.permissions & 0o111 == 0))
      }
    }
    for folder in Self.userFolders {
      for name in try await reader.list(folder) {
        guard let file = try await regular("\(folder)/\(name)", &reader) else { continue }
        add(file, user: name)
      }
    }
    if let file = try await reader.textIfPresent("/etc/anacrontab") { addAnacron(file) }
  }

  private func regular(_ path: String, _ reader: inout HostReader) async throws(CollectionFailure)
    -> TextFile?
  {
    guard try await reader.status(path, followLinks: true)?.kind == .file else { return nil }
    return try await reader.textIfPresent(path)
  }

  private mutating func add(_ file: TextFile, user: String?, isPassedOver: Bool = false) {
    exists = true
    for (number, line) in file.lines {
      let isShort = line.drop { $0 == " " || $0 == "\t" }.hasPrefix("@")
      let times = isShort ? 1 : 5
      let count = times + (user == nil ? 1 : 0)
      let words = line.split(maxSplits: count) { $0 == " " || $0 == "\t" }
      guard let first = words.first, !first.hasPrefix("#"), words.count == count + 1,
        isShort || words[..<5].allSatisfy(Self.isTime)
      else { continue }
      jobs.append(
        Job(
          path: file.path, schedule: words[..<times].joined(separator: " "),
          user: user ?? String(words[times]), command: String(words[count]),
          isPassedOver: isPassedOver, source: file.source, line: number))
    }
  }

  /// Whether a word can be a field of time; it keeps `NAME=value` lines apart.
  private static func isTime(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "*/,-~".utf8.contains(byte)
      }
    }
  }

  /// Lines of anacron are `days delay name command`.
  private mutating func addAnacron(_ file: TextFile) {
    exists = true
    for (number, line) in file.lines {
      let words = line.split(maxSplits: 3) { $0 == " " || $0 == "\t" }
      guard words.count == 4, !words[0].hasPrefix("#"), Int(words[1]) != nil,
        words[0].hasPrefix("@") || Int(words[0]) != nil
      else { continue }
      let days = words[0].hasPrefix("@") ? String(words[0]) : "every \(words[0]) days"
      jobs.append(
        Job(
          path: file.path, schedule: days, user: "root", command: String(words[3]),
          source: file.source, line: number))
    }
  }
}
