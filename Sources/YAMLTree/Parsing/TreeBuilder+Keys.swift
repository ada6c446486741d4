// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension TreeBuilder {
  /// The most keys of a mapping that are compared pair by pair.
  private static let pairwiseKeyLimit = 32

  /// Reports the keys of a closing mapping that stand in it twice, and forgets its keys.
  ///
  /// Keys are compared by their text, as JSON would: `1` and `"1"` are the same key.
  mutating func checkKeys(of frame: Frame) {
    let count = keys.count - frame.firstKey
    if count > Self.pairwiseKeyLimit {
      checkManyKeys(frame.firstKey..<keys.count)
    } else if count > 1 {
      for later in frame.firstKey + 1..<keys.count {
        for earlier in frame.firstKey..<later
        where keys[earlier].fingerprint == keys[later].fingerprint {
          let first = keys[earlier].node
          let second = keys[later].node
          if keyText(first) == keyText(second) {
            reportDuplicate(first, second)
            break
          }
        }
      }
    }
    keys.removeLast(count)
  }

  private mutating func checkManyKeys(_ range: Range<Int>) {
    var first = [String: UInt32](minimumCapacity: range.count)
    for index in range {
      let node = keys[index].node
      let text = keyText(node)
      if let earlier = first[text] {
        reportDuplicate(earlier, node)
      } else {
        first[text] = node
      }
    }
  }

  private mutating func reportDuplicate(_ first: UInt32, _ second: UInt32) {
    report(
      "duplicate-key", Messages.duplicateKey(keyText(second)), at: range(of: second),
      notes: [.init(Messages.firstKey, at: span(range(of: first)))])
  }

  private func keyText(_ node: UInt32) -> String { text(of: records[Int(node)]) }

  func text(of record: NodeRecord) -> String {
    let record = record.kind == .alias ? records[Int(record.payload)] : record
    let range = Int(record.payload)..<Int(record.payload) + Int(record.extent)
    return record.flags.contains(.textInArena)
      ? String(decoding: arena[range], as: UTF8.self)
      : String(decoding: bytes[range], as: UTF8.self)
  }

  func range(of node: UInt32) -> Range<Int> {
    Int(records[Int(node)].start)..<Int(records[Int(node)].end)
  }

  /// Reports merge keys whose value is neither a mapping nor a sequence of mappings.
  mutating func checkMerges(of mapping: UInt32) {
    records[Int(mapping)].flags.insert(.hasMergeKey)
    var key = mapping + 1
    for _ in 0..<records[Int(mapping)].payload / 2 {
      let value = after(key)
      let record = records[Int(key)]
      if record.kind == .scalar, record.style == .plain, text(of: record) == "<<" {
        checkMerge(value)
      }
      key = after(value)
    }
  }

  private mutating func checkMerge(_ value: UInt32) {
    let target = followed(value)
    var bases = [value]
    if records[Int(target)].kind == .sequence {
      bases = []
      var element = target + 1
      for _ in 0..<records[Int(target)].payload {
        bases.append(element)
        element = after(element)
      }
    }
    for base in bases {
      let record = records[Int(followed(base))]
      if record.kind != .mapping, !record.flags.contains(.isPlaceholder) {
        report("invalid-merge", Messages.invalidMerge, at: range(of: base))
      }
    }
  }

  private func followed(_ node: UInt32) -> UInt32 {
    records[Int(node)].kind == .alias ? records[Int(node)].payload : node
  }

  private func after(_ node: UInt32) -> UInt32 {
    switch records[Int(node)].kind {
    case .scalar, .alias: node + 1
    case .sequence, .mapping: records[Int(node)].extent
    }
  }
}
