// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The modules that PAM asks for one service and one task, includes followed (pam.conf(5)).
struct PAMStack {
  /// One module.
  struct Module {
    /// The file of the module, such as `pam_unix.so`.
    var name: String
    /// What its answer does, such as `required`.
    var control: String
    /// The arguments.
    var arguments: [String]
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int

    /// The value of an argument `name=value`; empty for a bare name, `nil` when it is not given.
    func value(_ name: String) -> String? {
      for argument in arguments.reversed() {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts[0] == name { return parts.count > 1 ? String(parts[1]) : "" }
      }
      return nil
    }
  }

  /// The folders of services, the strongest first.
  private static let folders = ["/etc/pam.d", "/usr/lib/pam.d"]
  /// The deepest nesting of includes, as in Linux-PAM.
  private static let depthLimit = 16
  /// The most files that are read; files that include each other twice would double without end.
  private static let fileLimit = 200

  /// The modules in order.
  private(set) var modules: [Module] = []
  private let type: String
  private var fileCount = 0

  /// Reads the stack of the first service that exists; `nil` when none does.
  ///
  /// - Parameters:
  ///   - services: the names of services.
  ///   - type: the task, such as `auth` or `password`.
  ///   - reader: reads the files.
  init?(_ services: [String], type: String, _ reader: inout HostReader)
    async throws(CollectionFailure)
  {
    self.type = type
    for service in services {
      if try await add(service, depth: 0, &reader) { return }
    }
    return nil
  }

  /// The modules of a name whose refusal is heard; `optional` ones are not.
  func modules(named name: String) -> [Module] {
    modules.filter { $0.name == name && $0.control != "optional" }
  }

  @discardableResult
  private mutating func add(_ service: String, depth: Int, _ reader: inout HostReader)
    async throws(CollectionFailure) -> Bool
  {
    guard depth <= Self.depthLimit, fileCount < Self.fileLimit else {
      throw reader.failure(.failed, CollectorMessages.tooManyIncludes(service, Self.depthLimit))
    }
    let paths = service.hasPrefix("/") ? [service] : Self.folders.map { "\($0)/\(service)" }
    for path in paths {
      guard let file = try await reader.textIfPresent(path) else { continue }
      fileCount += 1
      for (number, line) in Self.joined(file.lines) {
        try await add(line, number, file.source, depth: depth, &reader)
      }
      return true
    }
    return false
  }

  /// Puts together lines that end with a backslash.
  private static func joined(_ lines: [(number: Int, text: String)]) -> [(Int, String)] {
    var joined: [(Int, String)] = []
    var pending: (number: Int, text: String)?
    for (number, text) in lines {
      let whole = (pending?.text ?? "") + text
      let start = pending?.number ?? number
      pending = whole.hasSuffix("\\") ? (start, whole.dropLast() + " ") : nil
      if pending == nil { joined.append((start, whole)) }
    }
    return joined
  }

  private mutating func add(
    _ line: String, _ number: Int, _ source: Int, depth: Int, _ reader: inout HostReader
  ) async throws(CollectionFailure) {
    var words = Self.words(of: line)
    guard let first = words.first else { return }
    if first == "@include" {
      if words.count > 1 { try await add(words[1], depth: depth + 1, &reader) }
      return
    }
    // A leading dash means that a missing module is no error.
    let task = first.hasPrefix("-") ? String(first.dropFirst()) : first
    guard task.lowercased() == type, words.count >= 3 else { return }
    words.removeFirst()
    let control = words.removeFirst().lowercased()
    let name = words.removeFirst()
    if control == "include" || control == "substack" {
      try await add(name, depth: depth + 1, &reader)
      return
    }
    modules.append(
      Module(
        name: name.split(separator: "/").last.map(String.init) ?? name, control: control,
        arguments: words, source: source, line: number))
  }

  /// Splits a line; what stands in brackets is one word.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var rest = Array(line.utf8)[...].prefix { $0 != UInt8(ascii: "#") }
    while true {
      rest = rest.drop(while: ConfigurationWords.isSpace)
      guard let first = rest.first else { return words }
      let word: ArraySlice<UInt8>
      if first == UInt8(ascii: "[") {
        word = rest.dropFirst().prefix { $0 != UInt8(ascii: "]") }
        rest = rest.dropFirst(word.count + 2)
      } else {
        word = rest.prefix { !ConfigurationWords.isSpace($0) }
        rest = rest.dropFirst(word.count)
      }
      words.append(String(decoding: word, as: UTF8.self))
    }
  }
}
