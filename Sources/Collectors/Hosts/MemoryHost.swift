// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology
package import EvidenceModel

/// Files and commands that a program gives: for tests, examples and evidence brought by hand.
package struct MemoryHost: Host {
  /// One thing in the file system.
  package enum Entry: Sendable {
    /// A file with its contents.
    case file([UInt8], permissions: Int = 0o644, userID: Int64 = 0, groupID: Int64 = 0)
    /// A file with its text.
    case text(String)
    /// A link with its target.
    case link(String)
    /// A folder, for one that is empty.
    case directory
    /// A pipe or a device.
    case device
    /// Something that the host refuses to read.
    case refused(HostError.Code)
  }

  package var isLive: Bool
  package var isPrivileged: Bool
  /// What stands at each absolute path; folders above are there of themselves.
  package var entries: [String: Entry]
  /// What each command line gives.
  package var commands: [String: Result<CommandOutput, HostError>]
  /// When all files were last written.
  package var modified = Instant(seconds: 1_700_000_000)

  package init(
    isLive: Bool = false, isPrivileged: Bool = true, _ entries: [String: Entry] = [:],
    commands: [String: Result<CommandOutput, HostError>] = [:]
  ) {
    self.isLive = isLive
    self.isPrivileged = isPrivileged
    self.entries = entries
    self.commands = commands
  }

  package var identity: HostIdentity {
    get async { await HostIdentity(readFrom: self, access: .memory) }
  }

  package func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    let resolved = try resolve(path, followLinks: true)
    let bytes: [UInt8]
    switch entries[resolved] {
    case .file(let content, _, _, _): bytes = content
    case .text(let text): bytes = Array(text.utf8)
    case .refused(let code): throw HostError(code, path)
    case .device, .directory, .link, nil: throw HostError(.notRegularFile, path)
    }
    guard bytes.count <= limit else { throw HostError(.tooLarge, path) }
    return HostFile(path: path, bytes: bytes, modified: modified)
  }

  package func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    switch entries[try resolve(path, followLinks: followLinks)] {
    case .file(let bytes, let permissions, let user, let group):
      FileStatus(
        kind: .file, permissions: permissions, userID: user, groupID: group,
        size: Int64(bytes.count), modified: modified)
    case .text(let text):
      FileStatus(
        kind: .file, permissions: 0o644, size: Int64(text.utf8.count), modified: modified)
    case .link(let target):
      FileStatus(
        kind: .symlink, permissions: 0o777, size: Int64(target.utf8.count), modified: modified,
        linkTarget: target)
    case .device: FileStatus(kind: .other, permissions: 0o600, modified: modified)
    case .refused: FileStatus(kind: .file, permissions: 0, modified: modified)
    case .directory, nil: FileStatus(kind: .directory, permissions: 0o755, modified: modified)
    }
  }

  package func list(_ directory: String) async throws(HostError) -> [String] {
    let resolved = try resolve(directory, followLinks: true)
    let prefix = resolved == "/" ? "/" : resolved + "/"
    switch entries[resolved] {
    case nil, .directory: break
    case .refused(let code): throw HostError(code, directory)
    default: throw HostError(.notFound, directory)
    }
    let names = entries.keys.filter { $0.hasPrefix(prefix) && $0 != prefix }.map { path in
      String(path.dropFirst(prefix.count).prefix { $0 != "/" })
    }
    return Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    guard isLive else {
      throw HostError(.unsupported, command.line, detail: CollectorMessages.noCommandsInFolder)
    }
    guard let result = commands[command.line] else {
      throw HostError(.notFound, command.executable)
    }
    return try result.get()
  }

  /// Returns the path without links, which names an entry or a folder above one.
  private func resolve(_ path: String, followLinks: Bool) throws(HostError) -> String {
    guard path.utf8.first == UInt8(ascii: "/") else { throw HostError(.notFound, path) }
    var rest = Array(path.split(separator: "/").reversed())
    var names: [Substring] = []
    var linkCount = 0
    while let next = rest.popLast() {
      if next == "." { continue }
      if next == ".." {
        guard names.popLast() != nil else { throw HostError(.outsideRoot, path) }
        continue
      }
      names.append(next)
      let current = "/" + names.joined(separator: "/")
      guard case .link(let target) = entries[current], followLinks || !rest.isEmpty else {
        guard exists(current, isLast: rest.isEmpty) else { throw HostError(.notFound, path) }
        continue
      }
      linkCount += 1
      guard linkCount <= 40 else {
        throw HostError(.failed, path, detail: CollectorMessages.tooManyLinks(40))
      }
      if target.hasPrefix("/") { names = [] } else { names.removeLast() }
      rest += target.split(separator: "/").reversed()
    }
    return "/" + names.joined(separator: "/")
  }

  private func exists(_ path: String, isLast: Bool) -> Bool {
    if let entry = entries[path] {
      if case .directory = entry { return true }
      return isLast
    }
    return entries.keys.contains { $0.hasPrefix(path + "/") }
  }
}
