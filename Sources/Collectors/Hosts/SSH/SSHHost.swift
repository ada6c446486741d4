// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import EvidenceModel

/// A running machine reached with the OpenSSH client; nothing is installed on it.
///
/// Files are read over one SFTP session, many requests at once; commands run beside it over the same
/// connection. Times of files are in whole seconds.
package struct SSHHost: Host {
  /// The most links that are followed to tell a loop from a link to nothing, as in Linux.
  private static let maximumLinks = 40
  /// How many bytes one request asks for; every server grants this many.
  private static let chunk = 32_768
  /// How many parts of a file are asked for at once.
  private static let window = 16

  package let isLive = true
  package let isPrivileged: Bool
  private let session: SFTPSession
  let commands: SSHCommandRunner

  init(session: SFTPSession, commands: SSHCommandRunner) async {
    self.session = session
    self.commands = commands
    isPrivileged = await Self.isSuperuser(session)
  }

  package var identity: HostIdentity {
    get async { await HostIdentity(readFrom: self, access: .ssh) }
  }

  package func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    let status = try await status(of: path, followLinks: true)
    // Opening a pipe would make the server wait for its other end.
    guard status.kind == .file else { throw HostError(.notRegularFile, path) }
    guard status.size <= limit else { throw HostError(.tooLarge, path) }
    let handle = try await open(.open(path: path), path)
    do {
      let bytes = try await contents(handle, size: Int(status.size), limit: limit, path)
      await session.post(.close(handle: handle))
      let isMadeUp = status.size == 0 && !bytes.isEmpty
      return HostFile(path: path, bytes: bytes, modified: isMadeUp ? nil : status.modified)
    } catch {
      await session.post(.close(handle: handle))
      throw error
    }
  }

  package func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    try check(path)
    switch try await send(followLinks ? .status(path: path) : .ownStatus(path: path), path) {
    case .attributes(let attributes):
      let status = attributes.fileStatus()
      guard status.kind == .symlink else { return status }
      return attributes.fileStatus(linkTarget: try await linkTarget(path))
    case .status(.noSuchFile, _) where followLinks: throw try await causeOfAbsence(path)
    case let response: throw refusal(response, path)
    }
  }

  package func list(_ directory: String) async throws(HostError) -> [String] {
    try check(directory)
    let handle = try await open(.openFolder(path: directory), directory)
    var names: [String] = []
    do throws(HostError) {
      loop: while true {
        switch try await send(.readFolder(handle: handle), directory) {
        case .names(let more): names += more
        case .status(.endOfFile, _): break loop
        case let response: throw refusal(response, directory)
        }
      }
    } catch {
      await session.post(.close(handle: handle))
      throw error
    }
    await session.post(.close(handle: handle))
    return names.filter { $0 != "." && $0 != ".." }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    try await commands.run(command)
  }

  // MARK: - Files

  /// Returns all bytes of an open file.
  ///
  /// The size tells how much to ask for at once, and nothing more: the file may grow or shrink
  /// meanwhile, and files of `/proc` have the size 0. So reading goes on until the server says that
  /// the file ends.
  private func contents(_ handle: [UInt8], size: Int, limit: Int, _ path: String)
    async throws(HostError) -> [UInt8]
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    while true {
      let left = max(0, size - bytes.count)
      let count = min(Self.window, (left + Self.chunk - 1) / Self.chunk + 1)
      let parts = await parts(handle, from: bytes.count, count)
      for (index, part) in parts.enumerated() {
        guard let data = try data(of: part, path) else { return bytes }
        bytes += data
        guard bytes.count <= limit else { throw HostError(.tooLarge, path) }
        guard data.count < Self.chunk, index + 1 < parts.count else { continue }
        // After a part that is cut short the next does not follow on, but it may tell the end.
        if bytes.count >= size, try self.data(of: parts[index + 1], path) == nil { return bytes }
        break
      }
    }
  }

  /// Returns the bytes of a part; `nil` at the end of the file.
  private func data(of part: Result<SFTPResponse, SFTPSession.End>, _ path: String)
    throws(HostError) -> [UInt8]?
  {
    switch try response(part, path) {
    case .data(let data): return data
    case .status(.endOfFile, _): return nil
    case let response: throw refusal(response, path)
    }
  }

  /// Asks for several parts of a file at once.
  private func parts(_ handle: [UInt8], from offset: Int, _ count: Int) async
    -> [Result<SFTPResponse, SFTPSession.End>]
  {
    let requests = (0..<count).map { index in
      SFTPRequest.read(
        handle: handle, offset: UInt64(offset + index * Self.chunk), count: UInt32(Self.chunk))
    }
    var parts: [Result<SFTPResponse, SFTPSession.End>] = []
    for number in await session.begin(requests) {
      parts.append(await session.response(to: number))
    }
    return parts
  }

  private func linkTarget(_ path: String) async throws(HostError) -> String {
    let response = try await send(.readLink(path: path), path)
    guard case .names(let names) = response, let target = names.first else {
      throw refusal(response, path)
    }
    return target
  }

  /// Returns why a path leads to nothing: the server says the same of a loop of links.
  private func causeOfAbsence(_ path: String) async throws(HostError) -> HostError {
    var current = path
    for _ in 0..<Self.maximumLinks {
      guard case .names(let names) = try await send(.readLink(path: current), path),
        let target = names.first
      else { return HostError(.notFound, path) }
      if target.utf8.first == UInt8(ascii: "/") {
        current = target
      } else {
        let folder = current.split(separator: "/").dropLast().joined(separator: "/")
        current = "/\(folder)/\(target)"
      }
    }
    return HostError(.failed, path, detail: CollectorMessages.tooManyLinks(Self.maximumLinks))
  }

  // MARK: - Requests

  private func check(_ path: String) throws(HostError) {
    guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else {
      throw HostError(.notFound, path)
    }
  }

  private func open(_ request: SFTPRequest, _ path: String) async throws(HostError) -> [UInt8] {
    let response = try await send(request, path)
    guard case .handle(let handle) = response else { throw refusal(response, path) }
    return handle
  }

  private func send(_ request: SFTPRequest, _ path: String) async throws(HostError)
    -> SFTPResponse
  {
    do throws(SFTPSession.End) {
      return try await session.send(request)
    } catch {
      throw HostError(after: error, path)
    }
  }

  private func response(_ result: Result<SFTPResponse, SFTPSession.End>, _ path: String)
    throws(HostError) -> SFTPResponse
  {
    switch result {
    case .success(let response): return response
    case .failure(let end): throw HostError(after: end, path)
    }
  }

  private func refusal(_ response: SFTPResponse, _ path: String) -> HostError {
    guard case .status(let code, let words) = response else {
      return HostError(after: .malformed, path)
    }
    switch code {
    case .noSuchFile: return HostError(.notFound, path)
    case .permissionDenied: return HostError(.denied, path)
    default: return HostError(.failed, path, detail: LocalizedText(verbatim: words))
    }
  }

  /// Whether the server reads as the superuser, by what its kernel says.
  private static func isSuperuser(_ session: SFTPSession) async -> Bool {
    // The folder of a process belongs to the user that it runs as.
    let response = try? await session.send(.status(path: "/proc/self"))
    guard case .attributes(let attributes) = response else { return false }
    return attributes.fileStatus().kind == .directory && attributes.userID == 0
  }
}

extension HostError {
  fileprivate init(after end: SFTPSession.End, _ path: String) {
    switch end {
    case .timedOut: self.init(.timedOut, path)
    case .closed: self.init(.failed, path, detail: SSHMessages.connectionLost)
    case .malformed: self.init(.failed, path, detail: SSHMessages.notSFTP)
    }
  }
}
