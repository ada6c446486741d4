// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel

/// Reads from a host on behalf of a collector: keeps account of the sources, and turns each refusal
/// of the host into the end of the collection.
struct HostReader {
  /// The machine.
  let host: any Host
  /// What was read so far.
  var trail = EvidenceTrail()

  init(_ host: any Host) { self.host = host }

  /// A failure with what was read so far.
  func failure(_ status: ObservationStatus, _ reason: LocalizedText) -> CollectionFailure {
    CollectionFailure(status, reason, trail: trail)
  }

  private func failure(_ error: HostError) -> CollectionFailure {
    failure(error.status, error.message)
  }

  /// Returns a file, or `nil` when there is none.
  mutating func fileIfPresent(_ path: String, limit: Int = 16 << 20)
    async throws(CollectionFailure) -> HostFile?
  {
    do {
      guard let file = try await host.readIfPresent(path, limit: limit) else { return nil }
      trail.add(file)
      return file
    } catch {
      throw failure(error)
    }
  }

  /// Returns the lines of a text file, or `nil` when there is no such file.
  mutating func textIfPresent(_ path: String, limit: Int = 16 << 20)
    async throws(CollectionFailure) -> TextFile?
  {
    guard let file = try await fileIfPresent(path, limit: limit) else { return nil }
    guard let text = TextFile(file, source: trail.add(file)) else {
      throw failure(.failed, CollectorMessages.binary(path))
    }
    return text
  }

  /// Returns the lines of a text file.
  mutating func text(_ path: String, limit: Int = 16 << 20) async throws(CollectionFailure)
    -> TextFile
  {
    guard let file = try await textIfPresent(path, limit: limit) else {
      throw failure(HostError(.notFound, path))
    }
    return file
  }

  /// Returns the paths that patterns stand for, each once and in their order.
  func expand(_ patterns: [String]) async throws(CollectionFailure) -> [String] {
    var paths: [String] = []
    for pattern in patterns {
      do {
        for path in try await GlobPattern.expand(pattern, on: host) where !paths.contains(path) {
          paths.append(path)
        }
      } catch {
        throw failure(error)
      }
    }
    return paths
  }

  /// Returns the names in a folder; none when there is no such folder.
  func list(_ folder: String) async throws(CollectionFailure) -> [String] {
    do {
      return try await host.listIfPresent(folder)
    } catch {
      throw failure(error)
    }
  }

  /// Returns the paths that match a pattern, in the order of their bytes.
  func expand(_ pattern: String) async throws(CollectionFailure) -> [String] {
    do {
      return try await GlobPattern.expand(pattern, on: host)
    } catch {
      throw failure(error)
    }
  }

  /// Returns what a path names, or `nil` when it names nothing.
  func status(_ path: String, followLinks: Bool = false) async throws(CollectionFailure)
    -> FileStatus?
  {
    do {
      return try await host.status(of: path, followLinks: followLinks)
    } catch {
      if error.code == .notFound { return nil }
      throw failure(error)
    }
  }

  /// Runs a command, or returns `nil` when the host does not have its program.
  mutating func runIfPresent(_ command: ReadOnlyCommand) async throws(CollectionFailure)
    -> CommandOutput?
  {
    do {
      let output = try await host.run(command)
      trail.add(command, output)
      return output
    } catch {
      if error.code == .notFound { return nil }
      throw failure(error)
    }
  }

  /// Runs a command.
  mutating func run(_ command: ReadOnlyCommand) async throws(CollectionFailure) -> CommandOutput {
    do {
      let output = try await host.run(command)
      trail.add(command, output)
      return output
    } catch {
      throw failure(error)
    }
  }
}

/// A text file as its lines.
struct TextFile {
  /// The path.
  let path: String
  /// The index among the sources.
  let source: Int
  /// The lines with their numbers from 1, without line breaks, invalid UTF-8 repaired.
  let lines: [(number: Int, text: String)]

  /// Splits a file; `nil` when it holds a NUL, which no text has.
  init?(_ file: HostFile, source: Int) {
    guard !file.bytes.contains(0) else { return nil }
    path = file.path
    self.source = source
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    self.lines = lines.enumerated().map { index, line in
      let text = line.last == 0x0D ? line.dropLast() : line
      return (index + 1, String(decoding: text, as: UTF8.self))
    }
  }
}
