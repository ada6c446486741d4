// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The configuration of an OpenSSH server as sshd reads it: includes followed, Match blocks apart.
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
    /// The criteria as they are written.
    var condition: String
    /// Where the Match line stands.
    var entry: Entry
    /// The lines by keyword in lower case, in order.
    var settings: [String: [Entry]] = [:]
    /// The keywords in the order in which they first occur.
    var keywords: [String] = []
  }

  /// The lines outside of all Match blocks by keyword in lower case, in order.
  private(set) var settings: [String: [Entry]] = [:]
  /// The Match blocks in order.
  private(set) var blocks: [MatchBlock] = []
  private var fileCount = 0

  /// Keywords that have a newer name.
  private static let aliases = [
    "challengeresponseauthentication": "kbdinteractiveauthentication",
    "skeyauthentication": "kbdinteractiveauthentication",
    "dsaauthentication": "pubkeyauthentication",
    "pubkeyacceptedkeytypes": "pubkeyacceptedalgorithms",
    "hostbasedacceptedkeytypes": "hostbasedacceptedalgorithms",
  ]

  /// Reads a file and all that it includes.
  ///
  /// - Throws: when a file may not be read, or includes nest too deep.
  mutating func read(_ file: TextFile, _ reader: inout HostReader) async throws(CollectionFailure) {
    _ = try await read(file, &reader, block: nil, depth: 0)
  }

  private mutating func read(
    _ file: TextFile, _ reader: inout HostReader, block outer: Int?, depth: Int
  ) async throws(CollectionFailure) {
    fileCount += 1
    guard depth <= Self.maximumDepth, fileCount <= Self.maximumFiles else {
      let reason = CollectorMessages.tooManyIncludes(file.path, Self.maximumDepth)
      throw reader.failure(.failed, reason)
    }
    // A Match block ends with its file; what follows an include belongs to what stood before it.
    var block = outer
    for (number, line) in file.lines {
      guard let (keyword, arguments) = Self.parse(line) else { continue }
      // OpenSSH refuses the whole file, so nothing of it is in effect.
      if arguments.isEmpty {
        let reason = CollectorMessages.missingArgument(file.path, line: number, keyword)
        throw reader.failure(.failed, reason)
      }
      let entry = Entry(arguments: arguments, source: file.source, line: number)
      switch keyword {
      case "include":
        for pattern in arguments {
          try await include(pattern, &reader, block: block, depth: depth)
        }
      case "match":
        blocks.append(MatchBlock(condition: arguments.joined(separator: " "), entry: entry))
        block = blocks.count - 1
      default: add(entry, Self.aliases[keyword] ?? keyword, to: block)
      }
    }
  }

  private mutating func include(
    _ pattern: String, _ reader: inout HostReader, block: Int?, depth: Int
  ) async throws(CollectionFailure) {
    let path = pattern.hasPrefix("/") ? pattern : "/etc/ssh/\(pattern)"
    let paths: [String]
    do {
      paths = try await GlobPattern.expand(path, on: reader.host)
    } catch {
      throw reader.failure(error.status, error.message)
    }
    for path in paths {
      guard let file = try await reader.textIfPresent(path) else { continue }
      try await read(file, &reader, block: block, depth: depth + 1)
    }
  }

  private mutating func add(_ entry: Entry, _ keyword: String, to block: Int?) {
    guard let block else {
      settings[keyword, default: []].append(entry)
      return
    }
    if blocks[block].settings[keyword] == nil { blocks[block].keywords.append(keyword) }
    blocks[block].settings[keyword, default: []].append(entry)
  }

  /// The lines that hold for every connection: those outside of Match blocks, and instead of them
  /// those of the first `Match all` block that has the keyword.
  func effective(_ keyword: String) -> [Entry] {
    for block in blocks where block.condition.lowercased() == "all" {
      if let entries = block.settings[keyword] { return entries }
    }
    return settings[keyword] ?? []
  }

  /// Splits a line into its keyword in lower case and its arguments; `nil` for a line without.
  static func parse(_ line: String) -> (keyword: String, arguments: [String])? {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0C }
    var rest = Array(line.utf8)[...].drop(while: isSpace)
    guard let first = rest.first, first != UInt8(ascii: "#") else { return nil }
    let keyword = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: "=") }
    rest = rest.dropFirst(keyword.count).drop(while: isSpace)
    if rest.first == UInt8(ascii: "=") { rest = rest.dropFirst() }
    var arguments: [String] = []
    while true {
      rest = rest.drop(while: isSpace)
      guard let first = rest.first, first != UInt8(ascii: "#") else { break }
      arguments.append(argument(&rest, isSpace))
    }
    return (String(decoding: keyword, as: UTF8.self).lowercased(), arguments)
  }

  /// Takes an argument, parts of which can stand in quotes.
  private static func argument(_ rest: inout ArraySlice<UInt8>, _ isSpace: (UInt8) -> Bool)
    -> String
  {
    var bytes: [UInt8] = []
    var quote: UInt8?
    while let byte = rest.first, quote != nil || !isSpace(byte) {
      rest = rest.dropFirst()
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "\\"), let next = rest.first,
        next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") || next == UInt8(ascii: "\\")
      {
        bytes.append(next)
        rest = rest.dropFirst()
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
