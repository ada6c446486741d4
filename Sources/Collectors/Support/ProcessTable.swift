// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The processes of a running system, as `/proc` tells them.
enum ProcessTable {
  /// One process.
  struct Entry {
    /// Its number.
    var pid: Int64
    /// Its name: that of the program, or of the kernel's thread.
    var name: String
    /// The number of the process that started it.
    var parent: Int64
    /// The number of its effective user.
    var userID: Int64
    /// Its arguments with the program in front; empty for a thread of the kernel.
    var arguments: [String]
    /// The files it was read from.
    var files: [HostFile]
  }

  /// The longest name that the kernel keeps, in bytes.
  private static let shortNameLimit = 15
  /// The most bytes of arguments that are read.
  private static let argumentLimit = 4 << 20

  /// Returns the processes in the order of their numbers.
  ///
  /// A process that ends meanwhile is passed over.
  ///
  /// - Parameters:
  ///   - names: the names that are wanted; `nil` for all.
  ///   - reader: reads the files.
  static func read(names: Set<String>?, _ reader: HostReader) async throws(CollectionFailure)
    -> [Entry]
  {
    var entries: [Entry] = []
    let wanted = names.map { Set($0.map(shortened)) }
    for pid in try await reader.list("/proc").compactMap({ Int64($0) }).sorted() {
      guard let status = try? await reader.host.read("/proc/\(pid)/status") else { continue }
      let fields = fields(of: status.text)
      guard let short = fields["Name"], let parent = fields["PPid"].flatMap({ Int64($0) }),
        let user = fields["Uid"].flatMap(effective),
        wanted?.contains(shortened(short)) ?? true,
        let line = try? await reader.host.read("/proc/\(pid)/cmdline", limit: argumentLimit)
      else { continue }
      let arguments = arguments(of: line.bytes)
      let name = fullName(short, arguments.first)
      if let names, !names.contains(name) { continue }
      entries.append(
        Entry(
          pid: pid, name: name, parent: parent, userID: user, arguments: arguments,
          files: [status, line]))
    }
    return entries
  }

  /// Returns which of some programs run; nothing is known where the system does not run.
  static func running(_ names: Set<String>, _ reader: HostReader) async throws(CollectionFailure)
    -> Set<String>
  {
    guard reader.host.isLive else { return [] }
    return Set(try await read(names: names, reader).map(\.name))
  }

  private static func shortened(_ name: String) -> String {
    String(decoding: name.utf8.prefix(shortNameLimit), as: UTF8.self)
  }

  /// The kernel cuts names; the program's path has the whole one when it starts in the same way.
  private static func fullName(_ short: String, _ program: String?) -> String {
    guard short.utf8.count >= shortNameLimit, let program,
      let last = program.split(separator: "/").last, last.hasPrefix(short)
    else { return short }
    return String(last.prefix { $0 != " " && $0 != ":" })
  }

  private static func fields(of text: String) -> [Substring: String] {
    var fields: [Substring: String] = [:]
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon]] = String(
        line[line.index(after: colon)...].drop { $0 == "\t" || $0 == " " })
    }
    return fields
  }

  /// Takes the second of the real, effective, saved and file-system users.
  private static func effective(_ text: String) -> Int64? {
    let numbers = text.split { $0 == "\t" || $0 == " " }
    return numbers.count > 1 ? Int64(numbers[1]) : nil
  }

  private static func arguments(of bytes: [UInt8]) -> [String] {
    var bytes = bytes[...]
    while bytes.last == 0 { bytes.removeLast() }
    if bytes.isEmpty { return [] }
    return bytes.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
