// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CAugeas
import Diagnostics

/// Parses the texts of configuration files with Augeas lenses.
///
/// The texts come from the host and stay in memory: Augeas opens no file but the lens, which it
/// loads alone because the whole set takes half a second, and keeps for the next file.
struct AugeasParser: ~Copyable {
  /// One node of the tree; nodes with the same labels are in the order of the text.
  struct Node {
    /// The path with indexes, which names the node alone.
    var path: String
    /// The labels from the file down, without indexes.
    var labels: [String]
    /// The value, when the node has one.
    var value: String?
    /// Whether nodes lie below.
    var hasChildren = false

    /// The path of the node above.
    var parent: String { AugeasParser.parent(of: path) }

    /// The byte at which the node's text starts.
    var start: Int?
  }

  /// Why a text could not be parsed.
  struct Failure: Error {
    /// The reason, in one sentence.
    var reason: LocalizedText
    /// Whether the text is at fault rather than the lens.
    var isInText: Bool
  }

  private let handle: OpaquePointer

  /// Starts Augeas without any lens; `nil` when memory is short.
  init?() {
    let flags = AUG_NO_MODL_AUTOLOAD.rawValue | AUG_NO_LOAD.rawValue | AUG_ENABLE_SPAN.rawValue
    guard let handle = aug_init("/", nil, flags) else { return nil }
    self.handle = handle
  }

  deinit { aug_close(handle) }

  /// Returns the nodes of a text.
  ///
  /// - Parameters:
  ///   - text: the bytes, without a NUL.
  ///   - lens: the lens, such as `Login_defs.lns`.
  ///   - path: the path of the file, for the reason of a failure.
  func parse(_ text: [UInt8], lens: String, path: String) throws(Failure) -> [Node] {
    guard AugeasLimits.depth(of: text, lens: lens) <= AugeasLimits.depth else {
      let reason = CollectorMessages.tooDeep(AugeasLimits.depth)
      throw Failure(
        reason: CollectorMessages.mistake(path, line: 1, reason), isInText: true)
    }
    let result = AugeasLimits.onLargeStack { () -> Result<[Node], Failure> in
      do throws(Failure) {
        return .success(try parseHere(text, lens: lens, path: path))
      } catch {
        return .failure(error)
      }
    }
    guard let result else {
      throw Failure(reason: CollectorMessages.noAugeas, isInText: false)
    }
    return try result.get()
  }

  private func parseHere(_ text: [UInt8], lens: String, path: String) throws(Failure) -> [Node] {
    defer { for path in ["/input", "/parsed", "/augeas/text"] { aug_rm(handle, path) } }
    var content = text
    // A last line without its line break is fine for every program and an error for most lenses.
    if content.last != 0x0A { content.append(0x0A) }
    content.append(0)
    let isSet = content.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { aug_set(handle, "/input", $0.baseAddress) }
    }
    guard isSet == 0, aug_text_store(handle, lens, "/input", "/parsed") == 0 else {
      throw failure(lens: lens, path: path)
    }
    guard aug_defvar(handle, "nodes", "/parsed//*") >= 0 else { return [] }
    let count = Int(max(0, aug_ns_count(handle, "nodes")))
    guard count <= AugeasLimits.nodeCount else {
      let reason = CollectorMessages.tooManySettings(AugeasLimits.nodeCount)
      throw Failure(reason: CollectorMessages.mistake(path, line: 1, reason), isInText: true)
    }
    return nodes(count)
  }

  private func failure(lens: String, path: String) -> Failure {
    let error = "/augeas/text/parsed/error"
    guard let line = value("\(error)/line"), value(error) != nil else {
      let detail = aug_error_details(handle).map { String(cString: $0) } ?? lens
      return Failure(reason: CollectorMessages.noLens(lens, detail: detail), isInText: false)
    }
    let column = value("\(error)/char").flatMap { Int($0) } ?? 0
    return Failure(
      reason: CollectorMessages.parseError(path, lens, line: line, column: column + 1),
      isInText: true)
  }

  private func value(_ path: String) -> String? {
    var value: UnsafePointer<CChar>?
    guard aug_get(handle, path, &value) == 1, let value else { return nil }
    return String(cString: value)
  }

  private func nodes(_ count: Int) -> [Node] {
    var nodes: [Node] = []
    for index in 0..<Int32(count) {
      var path: UnsafeMutablePointer<CChar>?
      guard aug_ns_path(handle, "nodes", index, &path) == 0, let path else { continue }
      defer { free(path) }
      var text: UnsafePointer<CChar>?
      aug_ns_value(handle, "nodes", index, &text)
      let labels = Array(Self.labels(of: String(cString: path)).dropFirst())
      nodes.append(
        Node(
          path: String(cString: path), labels: labels, value: text.map { String(cString: $0) },
          start: start(path)))
    }
    let parents = Set(nodes.map(\.parent))
    for index in nodes.indices { nodes[index].hasChildren = parents.contains(nodes[index].path) }
    return nodes
  }

  /// Returns the part of a path before its last name.
  static func parent(of path: String) -> String {
    let bytes = Array(path.utf8)
    var end = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "/") { end = index }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  private func start(_ path: UnsafePointer<CChar>) -> Int? {
    var file: UnsafeMutablePointer<CChar>?
    var places = [UInt32](repeating: 0, count: 6)
    let isKnown = places.withUnsafeMutableBufferPointer { place -> Bool in
      guard let base = place.baseAddress else { return false }
      return aug_span(handle, path, &file, base, base + 1, base + 2, base + 3, base + 4, base + 5)
        == 0
    }
    free(file)
    return isKnown ? Int(places[4]) : nil
  }

  /// Splits a path such as `/parsed/a\/b[2]/c` into its labels, without indexes.
  static func labels(of path: String) -> [String] {
    var labels: [String] = []
    var label: [UInt8] = []
    var bracket: Int?
    var bytes = path.utf8.makeIterator()
    func finish() {
      if let start = bracket { label.removeSubrange(start...) }
      if !label.isEmpty { labels.append(String(decoding: label, as: UTF8.self)) }
      label = []
      bracket = nil
    }
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "\\"): if let next = bytes.next() { label.append(next) }
      case UInt8(ascii: "/"): finish()
      case UInt8(ascii: "["):
        bracket = label.count
        label.append(byte)
      default: label.append(byte)
      }
    }
    finish()
    return labels
  }
}
