// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The lines of the sudoers file and of all that it includes, in the order in which sudo reads them
/// (sudoers(5)).
///
/// The lens that Augeas has for this format refuses digests and lists with numbers of users, so the
/// lines are read here.
struct SudoersFile {
  /// One line, those that end with a backslash put together.
  struct Line {
    /// The text without its comment.
    var text: String
    /// The index of the file among the sources.
    var source: Int
    /// The first line in the file.
    var number: Int
  }

  /// The most files that are read; sudo itself stops at a nesting of 128.
  private static let fileLimit = 500
  /// The deepest nesting of includes.
  private static let depthLimit = 32

  /// The lines that are no includes.
  private(set) var lines: [Line] = []
  private var fileCount = 0

  /// Reads a file and what it includes.
  init(_ file: TextFile, _ reader: inout HostReader) async throws(CollectionFailure) {
    try await add(file, depth: 0, &reader)
  }

  private mutating func add(_ file: TextFile, depth: Int, _ reader: inout HostReader)
    async throws(CollectionFailure)
  {
    fileCount += 1
    guard depth <= Self.depthLimit, fileCount <= Self.fileLimit else {
      throw reader.failure(.failed, CollectorMessages.tooManyIncludes(file.path, Self.depthLimit))
    }
    var pending: (text: String, number: Int)?
    for (number, text) in file.lines {
      let whole = (pending?.text ?? "") + text
      let start = pending?.number ?? number
      if whole.hasSuffix("\\") {
        pending = (String(whole.dropLast()), start)
        continue
      }
      pending = nil
      if let include = Self.include(whole) {
        try await add(include, of: file, depth: depth, &reader)
      } else {
        let line = Self.withoutComment(whole)
        if !line.allSatisfy({ $0 == " " || $0 == "\t" }) {
          lines.append(Line(text: line, source: file.source, number: start))
        }
      }
    }
  }

  /// `@include`, `@includedir` and their old forms with `#`.
  private static func include(_ line: String) -> (isFolder: Bool, path: String)? {
    let words = ConfigurationWords.split(line.replacingFirst("#", with: "@"))
    guard words.count > 1, ["@include", "@includedir"].contains(words[0]) else { return nil }
    return (words[0] == "@includedir", words[1])
  }

  private mutating func add(
    _ include: (isFolder: Bool, path: String), of file: TextFile, depth: Int,
    _ reader: inout HostReader
  ) async throws(CollectionFailure) {
    var path = include.path
    if !path.hasPrefix("/") {
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      path = "/\(folder)/\(path)"
    }
    var paths = [path]
    if include.isFolder {
      // Names with a dot or a tilde at the end are those of editors and package managers.
      let names = try await reader.list(path).filter { !$0.contains(".") && !$0.hasSuffix("~") }
      paths = names.map { "\(path)/\($0)" }
    }
    for path in paths {
      if include.isFolder, try await reader.status(path, followLinks: true)?.kind != .file {
        continue
      }
      guard let file = try await reader.textIfPresent(path) else { continue }
      try await add(file, depth: depth + 1, &reader)
    }
  }

  /// A `#` starts a comment, but one before digits is the number of a user.
  private static func withoutComment(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "#") where !isQuoted:
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last = bytes[..<index].last { !ConfigurationWords.isSpace($0) }
        let isNumber = (0x30...0x39).contains(next) || next == UInt8(ascii: "-")
        let canBeUser = last.map { ",(:!%".utf8.contains($0) } ?? true
        if !isNumber || !canBeUser { return String(decoding: bytes[..<index], as: UTF8.self) }
      default: break
      }
      index += 1
    }
    return line
  }
}

extension String {
  /// The text with one sign at its start, spaces aside, put in place of another.
  fileprivate func replacingFirst(_ sign: Character, with other: Character) -> String {
    let rest = drop { $0 == " " || $0 == "\t" }
    return rest.first == sign ? String(other) + rest.dropFirst() : self
  }
}
