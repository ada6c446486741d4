// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CLibYAML
import Diagnostics

extension TreeBuilder {
  @inline(__always)
  mutating func addScalar(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let scalar = event.pointee.data.scalar
    guard let value = scalar.value, admitNode(event) else { return }
    let length = scalar.length
    let index = UInt32(truncatingIfNeeded: records.count)
    let start = cursor.offset(ofCharacter: event.pointee.start_mark.index)
    var record = NodeRecord(
      start: UInt32(truncatingIfNeeded: start), end: 0, payload: 0,
      extent: UInt32(truncatingIfNeeded: length), kind: .scalar,
      style: YAMLStyle(scalar.style), flags: [])
    weight += length >> 6
    if scalar.tag == nil, scalar.anchor == nil {
      locateText(of: &record, value, event)
    } else {
      addProperties(tag: scalar.tag, anchor: scalar.anchor, to: &record, index, event)
      locateText(of: &record, value, event)
      checkTag(of: record, index)
    }
    attach(index, value, length, isPlain: record.style == .plain)
    records.append(record)
  }

  /// Sets where a scalar's text and end are: in the source where it is written as it is read.
  @inline(__always)
  private mutating func locateText(
    of record: inout NodeRecord, _ value: UnsafeMutablePointer<UInt8>,
    _ event: UnsafeMutablePointer<yaml_event_t>
  ) {
    let length = Int(record.extent)
    let endCharacter = event.pointee.end_mark.index
    if event.pointee.start_mark.line == event.pointee.end_mark.line {
      let isQuoted = record.style == .singleQuoted || record.style == .doubleQuoted
      let text = Int(record.start) + (isQuoted ? 1 : 0)
      let isPlain = record.style == .plain && record.flags.isEmpty
      if isPlain || isWritten(value, length, at: text, record.style) {
        let end = text + length + (isQuoted ? 1 : 0)
        record.payload = UInt32(truncatingIfNeeded: text)
        record.end = UInt32(truncatingIfNeeded: end)
        cursor.move(toCharacter: endCharacter, at: end)
        return
      }
    }
    var end = cursor.offset(ofCharacter: endCharacter)
    if record.style == .literal || record.style == .folded {
      while end > Int(record.start) + 1, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    }
    record.end = UInt32(truncatingIfNeeded: end)
    record.payload = UInt32(truncatingIfNeeded: arena.count)
    record.flags.insert(.textInArena)
    arena.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
  }

  /// Whether a plain or quoted text stands at an offset as it is, with its closing quote.
  ///
  /// A single-quoted text that ends in a quote could match its own escape.
  @inline(__always)
  private func isWritten(
    _ value: UnsafeMutablePointer<UInt8>, _ length: Int, at offset: Int, _ style: YAMLStyle
  ) -> Bool {
    guard let base = bytes.baseAddress, offset + length <= bytes.count else { return false }
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted:
      let quote = UInt8(ascii: style == .singleQuoted ? "'" : "\"")
      guard offset + length < bytes.count, bytes[offset + length] == quote,
        length == 0 || value[length - 1] != quote
      else { return false }
    default: return false
    }
    return memcmp(base + offset, value, length) == 0
  }

  mutating func openMapping(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let mapping = event.pointee.data.mapping_start
    let isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE
    open(.mapping, isFlow ? .flow : .block, mapping.tag, mapping.anchor, event)
  }

  mutating func openSequence(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let sequence = event.pointee.data.sequence_start
    let isFlow = sequence.style == YAML_FLOW_SEQUENCE_STYLE
    open(.sequence, isFlow ? .flow : .block, sequence.tag, sequence.anchor, event)
  }

  @inline(__always)
  private mutating func open(
    _ kind: NodeRecord.Kind, _ style: YAMLStyle, _ tag: UnsafeMutablePointer<UInt8>?,
    _ anchor: UnsafeMutablePointer<UInt8>?, _ event: UnsafeMutablePointer<yaml_event_t>
  ) {
    if isResuming, rejoinsRoot(kind, style) { return }
    guard !isSkipping, admitNode(event) else { return }
    let start = cursor.offset(ofCharacter: event.pointee.start_mark.index)
    if frames.count >= limits.nesting {
      stop("nesting-limit", Messages.nestingLimit(limits.nesting), at: start..<start + 1)
      return
    }
    let index = UInt32(truncatingIfNeeded: records.count)
    var record = NodeRecord(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start), payload: 0,
      extent: index + 1, kind: kind, style: style, flags: [])
    var frame = Frame(
      node: index, isMapping: kind == .mapping, lastChild: index, firstKey: keys.count)
    if tag != nil || anchor != nil {
      frame.anchor = addProperties(tag: tag, anchor: anchor, to: &record, index, event)
      checkTag(of: record, index)
    }
    attach(index, nil, 0, isPlain: false)
    records.append(record)
    frames.append(frame)
  }

  mutating func close(_ event: UnsafeMutablePointer<yaml_event_t>) {
    guard let frame = frames.last else { return }
    let isFlow = records[Int(frame.node)].style == .flow
    closeFrame(end: isFlow ? cursor.offset(ofCharacter: event.pointee.end_mark.index) : nil)
  }

  /// Closes the innermost collection; one in block style ends where its last child ends.
  mutating func closeFrame(end: Int?) {
    let frame = frames.removeLast()
    let node = Int(frame.node)
    if frame.isMapping { checkKeys(of: frame) }
    records[node].end =
      end.map { UInt32(truncatingIfNeeded: $0) } ?? records[Int(frame.lastChild)].end
    records[node].payload = frame.children
    records[node].extent = UInt32(truncatingIfNeeded: records.count)
    if frame.hasMergeKey { checkMerges(of: frame.node) }
    if frame.anchor >= 0 {
      anchors[frame.anchor].weight = weight - anchors[frame.anchor].weight
      anchors[frame.anchor].height = frame.height
      anchors[frame.anchor].isOpen = false
    }
    if let parent = frames.indices.last {
      frames[parent].height = max(frames[parent].height, frame.height + 1)
    }
  }

  /// Makes a node the next child of the innermost collection, and a key where one is due.
  @inline(__always)
  mutating func attach(
    _ index: UInt32, _ text: UnsafePointer<UInt8>?, _ length: Int, isPlain: Bool
  ) {
    let top = frames.count - 1
    guard top >= 0 else { return }
    let isKey = frames[top].isMapping && frames[top].children & 1 == 0
    frames[top].children += 1
    frames[top].lastChild = index
    guard isKey, let text else { return }
    keys.append(KeyEntry(node: index, fingerprint: KeyFingerprint.of(text, count: length)))
    if isPlain, length == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") {
      frames[top].hasMergeKey = true
    }
  }

  /// Counts a node; returns whether the source may have another one.
  @inline(__always)
  mutating func admitNode(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    nodeCount += 1
    weight += 1
    if nodeCount <= limits.nodes { return true }
    let start = cursor.offset(ofCharacter: event.pointee.start_mark.index)
    stop("node-limit", Messages.nodeLimit(limits.nodes), at: start..<start + 1)
    return false
  }
}

extension YAMLStyle {
  @inline(__always)
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
