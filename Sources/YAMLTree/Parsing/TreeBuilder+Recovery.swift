// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension TreeBuilder {
  /// Reports a syntax error and returns where reading starts anew: at the next key or element of
  /// the outermost collection, or at the next document; `nil` to end.
  mutating func recover(from failure: SyntaxFailure, startedAt from: Int) -> Int? {
    if failure.isOutOfMemory {
      report("out-of-memory", Messages.outOfMemory, at: from..<from)
      return nil
    }
    var positions = CharacterCursor(bytes: bytes, from: from, isASCII: isASCII)
    let problem = positions.offset(ofCharacter: failure.problemCharacter)
    let context = positions.offset(ofCharacter: failure.contextCharacter)
    let error = SyntaxError(
      failure, source: source, bytes: bytes, problem: problem, context: context)
    report(error.diagnostic)
    syntaxErrorCount += 1
    let broken = max(error.lastSoundOffset, from)
    distrustScalars(from: broken)
    distrustLastScalar(before: broken)
    if syntaxErrorCount >= limits.syntaxErrors {
      skippedRanges.append(broken..<bytes.count)
      return nil
    }
    return resume(after: broken)
  }

  /// Marks the scalars inside a bracket that is not closed as unreadable: they may run into what
  /// follows.
  private mutating func distrustScalars(from broken: Int) {
    for index in records.indices.reversed() {
      if Int(records[index].start) < broken { return }
      if records[index].kind == .scalar { records[index].flags.insert(.isPlaceholder) }
    }
  }

  /// Marks a scalar in the line of the error as unreadable: it may be part of what is wrong.
  private mutating func distrustLastScalar(before broken: Int) {
    guard let last = records.indices.last, records[last].kind == .scalar else { return }
    let end = Int(records[last].end)
    guard end <= broken, !bytes[end..<broken].contains(where: \.isLineBreak) else { return }
    records[last].flags.insert(.isPlaceholder)
  }

  private mutating func resume(after broken: Int) -> Int? {
    let next = LineScan(bytes).next(after: broken, in: resumableRoot)
    skippedRanges.append(broken..<max(broken, next?.offset ?? bytes.count))
    guard let next else { return nil }
    if next.isDocument {
      if isDocumentOpen { finishDocument() }
      return next.offset
    }
    isDocumentOpen = true
    closeTruncated(downTo: 1, at: broken)
    isResuming = true
    isSkipping = false
    return next.offset
  }

  /// What the part of the document after an error has to look like to belong to it.
  private var resumableRoot: LineScan.Root {
    // A new reader would not know the handles that tag directives declare.
    if hasTagDirectives { return .none }
    if let root = records.first { return root.style == .block ? .init(root.kind) : .none }
    return isDocumentOpen || documents.isEmpty ? .any : .none
  }

  /// Closes open collections that a syntax error or a limit cut short, marking them and their kin.
  mutating func closeTruncated(downTo depth: Int, at offset: Int) {
    while let frame = frames.last {
      if frame.isMapping, frame.children & 1 == 1 { appendPlaceholder(at: offset) }
      records[Int(frame.node)].flags.insert(.isTruncated)
      if frames.count <= depth { return }
      closeFrame(end: nil)
    }
  }

  /// Whether a scalar that is read first after an error is the root; otherwise the rest of the
  /// document is passed over.
  mutating func startsRoot() -> Bool {
    isResuming = false
    isSkipping = !records.isEmpty
    return !isSkipping
  }

  /// Whether a collection that starts after an error is the open root going on; otherwise, if there
  /// already is a root, its nodes are passed over.
  mutating func rejoinsRoot(_ kind: NodeRecord.Kind, _ style: YAMLStyle) -> Bool {
    isResuming = false
    if records.isEmpty { return false }
    guard style == .block, let root = frames.first, frames.count == 1,
      root.isMapping == (kind == .mapping)
    else {
      isSkipping = true
      return true
    }
    return true
  }
}
