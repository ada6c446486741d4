// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel

/// The configuration of an OpenSSH server as sshd reads it: includes followed, Match blocks apart,
/// and what sshd would refuse noted.
struct SSHDConfiguration {
  /// The deepest nesting of includes, as in OpenSSH.
  private static let maximumDepth = 16
  /// The most files that are read; files that include each other twice would double without end.
  private static let maximumFiles = 1_000

  /// One line that sets something.
  struct Entry {
    /// The arguments, without quotes.
    var arguments: [String]
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int
  }

  /// The lines after a Match line, up to the next one or the end of the file.
  struct MatchBlock {
    /// The criteria as they are written; those of a block around an included file come first.
    var condition: String
    /// Where the Match line stands.
    var entry: Entry
    /// The lines by keyword in lower case, in order.
    var settings: [String: [Entry]] = [:]
    /// The keywords in the order in which they first occur.
    var keywords: [String] = []
  }

  /// For which connections a line holds.
  private enum Reach {
    /// For all, outside of Match blocks.
    case global
    /// For all, in a block of `Match all`, which goes before what stands outside.
    case everyone
    /// For some, in any other Match block.
    case some
  }

  /// Where in the files a line stands.
  private struct Place {
    var reach = Reach.global
    var block: Int?
  }

  /// The Match blocks in order.
  private(set) var blocks: [MatchBlock] = []
  /// Why sshd refuses the configuration, in the order of its lines; empty when it does not.
  private(set) var refusals: [LocalizedText] = []
  /// The lines that hold for all connections, by keyword in lower case, in order.
  private var settings: [String: [Entry]] = [:]
  /// Those of them that stand in blocks of `Match all`.
  private var overrides: [String: [Entry]] = [:]
  private var fileCount = 0

  /// Reads a file and all that it includes.
  ///
  /// - Throws: when a file may not be read, or includes nest too deep.
  mutating func read(_ file: TextFile, _ reader: inout HostReader) async throws(CollectionFailure) {
    try await read(file, &reader, from: Place(), depth: 0)
    for fault in SSHDWholeFileFault.all(in: self) {
      refuse(fault.entry, reader.trail.sources[fault.entry.source].name, fault.reason)
    }
  }

  private mutating func read(
    _ file: TextFile, _ reader: inout HostReader, from outer: Place, depth: Int
  ) async throws(CollectionFailure) {
    fileCount += 1
    guard depth <= Self.maximumDepth, fileCount <= Self.maximumFiles else {
      let reason = CollectorMessages.tooManyIncludes(file.path, Self.maximumDepth)
      throw reader.failure(.failed, reason)
    }
    // A Match block ends with its file; what follows an include belongs to what stood before it.
    var place = outer
    for (number, text) in file.lines {
      guard let line = SSHDLine(text) else { continue }
      var entry = Entry(arguments: [], source: file.source, line: number)
      guard let keyword = check(line, place, &entry, file.path) else { continue }
      switch keyword {
      case "include":
        for pattern in entry.arguments {
          try await include(pattern, &reader, from: place, entry, file.path, depth: depth)
        }
      case "match": open(entry, &place, within: outer)
      default: add(entry, keyword, to: place)
      }
    }
  }

  /// Checks a line; returns what its keyword means, or `nil` when sshd refuses the line.
  private mutating func check(
    _ line: SSHDLine, _ place: Place, _ entry: inout Entry, _ path: String
  ) -> String? {
    let reason: LocalizedText
    let meaning = SSHDVocabulary[line.keyword]
    if line.rest.isEmpty {
      reason = CollectorMessages.noArgument(line.keyword)
    } else if let arguments = line.arguments {
      entry.arguments = arguments
      if let meaning, place.reach != .some || meaning.isAllowedInMatch {
        guard let fault = meaning.rule.fault(line, arguments) else { return meaning.name }
        reason = CollectorMessages.badArgument(line.keyword, fault)
      } else if meaning != nil {
        reason = CollectorMessages.notInMatch(line.keyword)
      } else {
        let suggestion = SSHDVocabulary.suggestion(for: line.keyword)
        reason = CollectorMessages.unknownKeyword(line.keyword, suggestion)
      }
    } else {
      reason = CollectorMessages.openQuote
    }
    refuse(entry, path, reason)
    return nil
  }

  private mutating func refuse(_ entry: Entry, _ path: String, _ reason: LocalizedText) {
    refusals.append(CollectorMessages.refused(path, line: entry.line, reason))
  }

  private mutating func include(
    _ pattern: String, _ reader: inout HostReader, from place: Place, _ entry: Entry,
    _ includer: String, depth: Int
  ) async throws(CollectionFailure) {
    let path = pattern.hasPrefix("/") || pattern.hasPrefix("~") ? pattern : "/etc/ssh/\(pattern)"
    let paths: [String]
    do {
      paths = try await GlobPattern.expand(path, on: reader.host)
    } catch {
      throw reader.failure(error.status, error.message)
    }
    for path in paths {
      // sshd opens a folder and finds no lines in it.
      if try await reader.status(path, followLinks: true)?.kind == .directory { continue }
      if let file = try await reader.textIfPresent(path) {
        try await read(file, &reader, from: place, depth: depth + 1)
      } else if try await reader.status(path) != nil {
        refuse(entry, includer, CollectorMessages.linkToNothing(path))
      }
    }
  }

  private mutating func open(_ entry: Entry, _ place: inout Place, within outer: Place) {
    let isAll = entry.arguments.first?.lowercased() == "all"
    var condition = entry.arguments.joined(separator: " ")
    if outer.reach == .some, let block = outer.block {
      condition = "\(blocks[block].condition) \(condition)"
    }
    blocks.append(MatchBlock(condition: condition, entry: entry))
    place.block = blocks.count - 1
    place.reach = isAll && outer.reach != .some ? .everyone : .some
  }

  private mutating func add(_ entry: Entry, _ keyword: String, to place: Place) {
    if place.reach != .some { settings[keyword, default: []].append(entry) }
    if place.reach == .everyone { overrides[keyword, default: []].append(entry) }
    guard let block = place.block else { return }
    if blocks[block].settings[keyword] == nil { blocks[block].keywords.append(keyword) }
    blocks[block].settings[keyword, default: []].append(entry)
  }

  /// The lines that hold when the server starts.
  func global(_ keyword: String) -> [Entry] { settings[keyword] ?? [] }

  /// The lines that hold for every connection: those in blocks of `Match all` go before those
  /// outside of blocks, where the keyword may stand in a block.
  func effective(_ keyword: String) -> [Entry] {
    if SSHDVocabulary[keyword]?.isAllowedInMatch == true, let entries = overrides[keyword] {
      return entries
    }
    return global(keyword)
  }
}
