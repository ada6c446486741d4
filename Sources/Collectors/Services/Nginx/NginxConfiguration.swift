// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel

/// Reads the configuration of nginx into a tree of directives, includes followed where they stand.
struct NginxConfiguration {
  /// The deepest nesting of blocks and includes together.
  private static let maximumDepth = 64
  /// The most files that are read.
  private static let maximumFiles = 2_000
  /// The most directives that are read.
  private static let maximumDirectives = 200_000

  /// The directives outside of all blocks.
  private(set) var directives: [NginxDirective] = []
  /// The folder of the main file, which paths of includes and certificates are relative to.
  let folder: String
  private var fileCount = 0
  private var directiveCount = 0

  /// Reads the main file and what it includes; `nil` when there is no main file.
  init?(_ path: String, _ reader: inout HostReader) async throws(CollectionFailure) {
    folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    guard let file = try await reader.fileIfPresent(path) else { return nil }
    directives = try await read(file, &reader, depth: 0)
    try NginxRules.check(directives, reader)
  }

  /// Returns a path that is relative to the folder of the main file as an absolute one.
  func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }

  private mutating func read(
    _ file: HostFile, _ reader: inout HostReader, depth: Int
  ) async throws(CollectionFailure) -> [NginxDirective] {
    fileCount += 1
    guard fileCount <= Self.maximumFiles else {
      throw reader.failure(.failed, ServiceMessages.tooManyFiles(Self.maximumFiles))
    }
    guard !file.bytes.contains(0) else {
      throw reader.failure(.failed, CollectorMessages.binary(file.path))
    }
    var tokens = NginxTokenizer(file.bytes)
    let place = Place(path: file.path, source: reader.trail.add(file))
    return try await block(&tokens, place, &reader, depth: depth, isFile: true)
  }

  /// The file that is being read.
  private struct Place {
    var path: String
    var source: Int
  }

  private func refusal(
    _ place: Place, _ line: Int, _ reason: LocalizedText, _ reader: HostReader
  ) -> CollectionFailure {
    reader.failure(.failed, ServiceMessages.refused("\(place.path):\(line)", reason))
  }

  private func token(
    _ tokens: inout NginxTokenizer, _ place: Place, _ reader: HostReader
  ) throws(CollectionFailure) -> NginxTokenizer.Token? {
    do {
      return try tokens.next()
    } catch {
      throw refusal(place, error.line, error.reason, reader)
    }
  }

  /// Reads directives up to the end of a block, or of a file.
  private mutating func block(
    _ tokens: inout NginxTokenizer, _ place: Place, _ reader: inout HostReader, depth: Int,
    isFile: Bool
  ) async throws(CollectionFailure) -> [NginxDirective] {
    guard depth <= Self.maximumDepth else {
      let reason = ServiceMessages.tooDeep(Self.maximumDepth)
      throw refusal(place, tokens.line, reason, reader)
    }
    var result: [NginxDirective] = []
    var words: [String] = []
    var start = 1
    while let token = try token(&tokens, place, reader) {
      switch token {
      case .word(let word, let line):
        if words.isEmpty { start = line }
        words.append(word)
      case .close(let line):
        guard words.isEmpty, !isFile else {
          throw refusal(place, line, ServiceMessages.unexpected("}"), reader)
        }
        return result
      case .end(let line), .open(let line):
        guard let name = words.first else {
          let sign = token == .end(line: line) ? ";" : "{"
          throw refusal(place, line, ServiceMessages.unexpected(sign), reader)
        }
        var directive = NginxDirective(
          name: name, arguments: Array(words.dropFirst()), source: place.source, line: start)
        words = []
        if token == .open(line: line) {
          directive.block = try await self.block(
            of: name, &tokens, place, &reader, depth: depth + 1)
        }
        try await add(directive, to: &result, place, &reader, depth: depth)
      }
    }
    guard words.isEmpty, isFile else {
      let sign = words.isEmpty ? "}" : ";"
      throw refusal(place, tokens.line, ServiceMessages.unended(sign), reader)
    }
    return result
  }

  private mutating func block(
    of name: String, _ tokens: inout NginxTokenizer, _ place: Place, _ reader: inout HostReader,
    depth: Int
  ) async throws(CollectionFailure) -> [NginxDirective] {
    guard name.hasSuffix("_by_lua_block") else {
      return try await block(&tokens, place, &reader, depth: depth, isFile: false)
    }
    do {
      try tokens.skipLua()
    } catch {
      throw refusal(place, error.line, error.reason, reader)
    }
    return []
  }

  private mutating func add(
    _ directive: NginxDirective, to result: inout [NginxDirective], _ place: Place,
    _ reader: inout HostReader, depth: Int
  ) async throws(CollectionFailure) {
    directiveCount += 1
    guard directiveCount <= Self.maximumDirectives else {
      throw reader.failure(.failed, ServiceMessages.tooMuch(Self.maximumDirectives))
    }
    guard directive.name == "include", directive.block == nil else {
      result.append(directive)
      return
    }
    guard directive.arguments.count == 1 else {
      throw refusal(place, directive.line, ServiceMessages.argumentCount("include"), reader)
    }
    let pattern = absolute(directive.value)
    let paths: [String]
    do {
      paths = try await GlobPattern.expand(pattern, on: reader.host)
    } catch {
      throw reader.failure(error.status, error.message)
    }
    for path in paths {
      guard let file = try await reader.fileIfPresent(path) else {
        throw refusal(place, directive.line, ServiceMessages.missingInclude(path), reader)
      }
      result += try await read(file, &reader, depth: depth + 1)
    }
  }
}
