// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CLibYAML
import Diagnostics

/// Makes documents from libyaml's events and reports what is wrong with them.
struct TreeBuilder {
  /// An open collection.
  struct Frame {
    var node: UInt32
    var isMapping: Bool
    var hasMergeKey = false
    /// The number of children so far, keys and values counted each.
    var children: UInt32 = 0
    var lastChild: UInt32
    /// The number of keys of outer mappings on the stack of keys.
    var firstKey: Int
    /// The most collections inside one another from here on, this one included.
    var height = 1
    /// The position of the collection's anchor in the list of anchors, or -1.
    var anchor = -1
  }

  /// A node that aliases can name.
  struct Anchor {
    var node: UInt32
    /// The number of nodes that an alias to it stands for; while open, the count at its start.
    var weight: Int
    var height: Int
    /// Whether its collection is still open, so that an alias to it would contain itself.
    var isOpen: Bool
  }

  let source: SourceText
  /// The source as libyaml reads it: faults of characters replaced, of the same length.
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: YAMLLimits
  let isASCII: Bool

  var diagnostics: [Diagnostic] = []
  var documents: [YAMLDocument] = []
  var cursor: CharacterCursor

  // MARK: The open document
  var records: [NodeRecord] = []
  var arena: [UInt8] = []
  var properties: [UInt32: NodeProperties] = [:]
  var anchors: [Anchor] = []
  var anchorNames: [String: Int] = [:]
  var frames: [Frame] = []
  var keys: [KeyEntry] = []
  var isDocumentOpen = false
  var hasTagDirectives = false
  /// What syntax errors made unreadable.
  var skippedRanges: [Range<Int>] = []

  // MARK: The course of reading
  var nodeCount = 0
  /// The nodes so far with aliases followed, a long text counting as several.
  var weight = 0
  var aliasedWeight = 0
  var syntaxErrorCount = 0
  /// Whether a limit ended the reading.
  var isStopped = false
  /// Whether reading started anew inside the open document.
  var isResuming = false
  /// Whether the nodes up to the end of the document are passed over.
  var isSkipping = false

  init(
    source: SourceText, bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, limits: YAMLLimits
  ) {
    self.source = source
    self.bytes = bytes
    self.isASCII = isASCII
    self.limits = limits
    cursor = CharacterCursor(bytes: bytes, from: 0, isASCII: isASCII)
    records.reserveCapacity(bytes.count / 16 + 8)
  }

  /// Reads the whole stream, starting anew after each syntax error where that makes sense.
  mutating func build() {
    var start: Int? = 0
    while let from = start {
      cursor = CharacterCursor(bytes: bytes, from: from, isASCII: isASCII)
      guard var reader = EventReader(UnsafeBufferPointer(rebasing: bytes[from...])) else {
        report("out-of-memory", Messages.outOfMemory, at: from..<from)
        break
      }
      var isAtEnd = false
      while !isAtEnd, !isStopped, reader.next() { isAtEnd = consume(reader.event) }
      start = isAtEnd || isStopped ? nil : recover(from: reader.failure, startedAt: from)
    }
    if isDocumentOpen { finishDocument() }
  }

  /// Takes in one event; returns whether it ends the stream.
  @inline(__always)
  private mutating func consume(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: if !isSkipping, !isResuming || startsRoot() { addScalar(event) }
    case YAML_MAPPING_START_EVENT: if !isSkipping { openMapping(event) }
    case YAML_SEQUENCE_START_EVENT: if !isSkipping { openSequence(event) }
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: if !isSkipping { close(event) }
    case YAML_ALIAS_EVENT: if !isSkipping, !isResuming || startsRoot() { addAlias(event) }
    case YAML_DOCUMENT_START_EVENT: startDocument(event)
    case YAML_DOCUMENT_END_EVENT: finishDocument()
    case YAML_STREAM_END_EVENT: return true
    default: break
    }
    return false
  }

  private mutating func startDocument(_ event: UnsafeMutablePointer<yaml_event_t>) {
    if isResuming { return }
    isDocumentOpen = true
    skippedRanges = []
    let directives = event.pointee.data.document_start.tag_directives
    hasTagDirectives = directives.start != directives.end
  }

  /// Closes what is open and adds the document to the stream.
  mutating func finishDocument() {
    let isTruncated = !skippedRanges.isEmpty || isStopped || !frames.isEmpty
    closeTruncated(downTo: 0, at: records.last.map { Int($0.end) } ?? 0)
    if records.isEmpty {
      appendPlaceholder(at: min(skippedRanges.first?.lowerBound ?? 0, bytes.count))
    }
    documents.append(
      YAMLDocument(
        source: source, isTruncated: isTruncated, records: takeRecords(), arena: arena,
        properties: properties))
    arena = []
    properties = [:]
    anchors = []
    anchorNames = [:]
    keys = []
    skippedRanges = []
    isDocumentOpen = false
    isResuming = false
    isSkipping = false
  }

  /// Hands the records over, copied to size when they fill little of the memory reserved.
  private mutating func takeRecords() -> [NodeRecord] {
    defer { records.removeAll(keepingCapacity: true) }
    if records.count * 2 < records.capacity { return Array(records[...]) }
    let taken = records
    records = []
    return taken
  }

  /// Adds a diagnostic at bytes of the source.
  mutating func report(
    _ id: String, _ message: LocalizedText, at range: Range<Int>, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    report(Diagnostic(id, message, at: span(range), notes: notes, fixIts: fixIts))
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < limits.diagnostics { diagnostics.append(diagnostic) }
  }

  /// Reports that a limit is passed and ends the reading.
  mutating func stop(_ id: String, _ message: LocalizedText, at range: Range<Int>) {
    guard !isStopped else { return }
    isStopped = true
    diagnostics.append(Diagnostic(id, message, at: span(range)))
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source, range: SourceRange(range.clamped(to: 0..<bytes.count)))
  }
}
