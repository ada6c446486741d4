// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CLibYAML
import Diagnostics

extension TreeBuilder {
  /// Notes a node's tag and anchor and moves its start past them; returns the anchor's position in
  /// the list, or -1.
  @discardableResult
  mutating func addProperties(
    tag: UnsafeMutablePointer<UInt8>?, anchor: UnsafeMutablePointer<UInt8>?,
    to record: inout NodeRecord, _ index: UInt32, _ event: UnsafeMutablePointer<yaml_event_t>
  ) -> Int {
    let limit =
      record.kind == .scalar
      ? cursor.offset(ofCharacter: event.pointee.end_mark.index) : bytes.count
    let scan = PropertyScan(bytes, from: Int(record.start), to: limit)
    record.start = UInt32(truncatingIfNeeded: scan.contentStart)
    record.end = record.start
    record.flags.insert(.hasProperties)
    var found = NodeProperties()
    found.tag = tag.map { String(cString: $0) }
    found.anchor = anchor.map { String(cString: $0) }
    properties[index] = found
    if let tag = found.tag, let range = scan.tag { checkKnown(tag, of: record.kind, at: range) }
    guard let name = found.anchor else { return -1 }
    let isOpen = record.kind != .scalar
    let ownWeight = isOpen ? weight - 1 : 1 + Int(record.extent) >> 6
    anchorNames[name] = anchors.count
    anchors.append(
      Anchor(node: index, weight: ownWeight, height: 0, isOpen: isOpen))
    return anchors.count - 1
  }

  private mutating func checkKnown(_ tag: String, of kind: NodeRecord.Kind, at range: Range<Int>) {
    if tag == "!" { return }
    let name =
      tag.hasPrefix(CoreSchema.prefix) ? String(tag.dropFirst(CoreSchema.prefix.count)) : ""
    let isScalarTag = CoreSchema.scalarTags.contains(name)
    let isCollectionTag = CoreSchema.collectionTags.contains(name)
    guard isScalarTag || isCollectionTag else {
      let written = source.text(in: range)
      report("unknown-tag", Messages.unknownTag(written), at: range)
      return
    }
    let fits = kind == .scalar ? isScalarTag : name == (kind == .mapping ? "map" : "seq")
    if !fits { report("tag-mismatch", Messages.tagMismatch(name), at: range) }
  }

  /// Reports a scalar whose tag of the core schema does not fit its text.
  mutating func checkTag(of record: NodeRecord, _ index: UInt32) {
    guard record.kind == .scalar, let tag = properties[index]?.tag else { return }
    var text = text(of: record)
    let value = text.withUTF8 { CoreSchema.resolve($0, style: record.style, tag: tag) }
    if value == nil {
      report(
        "tag-mismatch", Messages.tagMismatch(String(tag.dropFirst(CoreSchema.prefix.count))),
        at: Int(record.start)..<Int(record.end))
    }
  }

  mutating func addAlias(_ event: UnsafeMutablePointer<yaml_event_t>) {
    guard let name = event.pointee.data.alias.anchor.map({ String(cString: $0) }),
      admitNode(event)
    else { return }
    let start = cursor.offset(ofCharacter: event.pointee.start_mark.index)
    let end = cursor.offset(ofCharacter: event.pointee.end_mark.index)
    guard let anchor = anchorNames[name].map({ anchors[$0] }), !anchor.isOpen else {
      reportUnusable(name, at: start..<end)
      appendPlaceholder(at: start, to: end)
      return
    }
    weight += anchor.weight
    aliasedWeight += anchor.weight
    if aliasedWeight > limits.aliasedNodes {
      stop("alias-limit", Messages.aliasLimit(limits.aliasedNodes), at: start..<end)
    } else if frames.count + anchor.height > limits.nesting {
      stop("nesting-limit", Messages.nestingLimit(limits.nesting), at: start..<end)
    }
    if isStopped { return appendPlaceholder(at: start, to: end) }
    attachAlias(to: anchor)
    records.append(
      NodeRecord(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        payload: anchor.node, extent: 0, kind: .alias, style: .plain, flags: []))
    if let parent = frames.indices.last {
      frames[parent].height = max(frames[parent].height, anchor.height + 1)
    }
  }

  private mutating func attachAlias(to anchor: Anchor) {
    let index = UInt32(truncatingIfNeeded: records.count)
    let target = records[Int(anchor.node)]
    guard target.kind == .scalar else { return attach(index, nil, 0, isPlain: false) }
    var text = text(of: target)
    text.withUTF8 { bytes in
      var empty: UInt8 = 0
      withUnsafePointer(to: &empty) { empty in
        attach(index, bytes.baseAddress ?? empty, bytes.count, isPlain: false)
      }
    }
  }

  private mutating func reportUnusable(_ name: String, at range: Range<Int>) {
    if let position = anchorNames[name] {
      let anchored = Int(records[Int(anchors[position].node)].start)
      report(
        "recursive-alias", Messages.recursiveAlias(name), at: range,
        notes: [.init(Messages.anchoredHere, at: span(anchored..<anchored + 1))])
      return
    }
    if wasSkipped(anchor: name) { return }
    var fixIts: [Diagnostic.FixIt] = []
    if let near = SpellingSuggestion.nearest(to: name, in: anchorNames.keys.sorted()) {
      fixIts = [
        .init(
          Messages.didYouMean("*\(near)"),
          edits: [.init(replace: SourceRange(range), with: "*\(near)")])
      ]
    }
    report("undefined-alias", Messages.undefinedAlias(name), at: range, fixIts: fixIts)
  }

  /// Whether an anchor may stand where a syntax error kept the builder from reading.
  private func wasSkipped(anchor name: String) -> Bool {
    skippedRanges.contains { source.text(in: $0).contains("&" + name) }
  }

  /// Appends a null scalar for something that cannot be read.
  mutating func appendPlaceholder(at start: Int, to end: Int? = nil) {
    let index = UInt32(truncatingIfNeeded: records.count)
    attach(index, nil, 0, isPlain: false)
    records.append(
      NodeRecord(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end ?? start),
        payload: UInt32(truncatingIfNeeded: start), extent: 0, kind: .scalar, style: .plain,
        flags: .isPlaceholder))
  }
}
