// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A key of a mapping with its value.
package struct YAMLPair: Sendable {
  /// The key.
  package let key: YAMLNode
  /// The value.
  package let value: YAMLNode
}

extension YAMLNode {
  /// The elements of a sequence; empty for another kind.
  package var elements: [YAMLNode] {
    kind == .sequence ? children : []
  }

  /// The pairs of a mapping in the order written, then those that merge keys contribute; empty for
  /// another kind.
  ///
  /// A merge key `<<` is not itself a pair. Its value is a mapping or a sequence of mappings; a pair
  /// of an earlier mapping wins over one of a later, and an explicit pair over both.
  package var pairs: [YAMLPair] {
    guard kind == .mapping else { return [] }
    if !record.flags.contains(.hasMergeKey) { return writtenPairs }
    var pairs = writtenPairs.filter { !$0.key.isMergeKey }
    var seen = Set(pairs.map(\.key.text))
    for base in mergedMappings {
      for pair in base.pairs where seen.insert(pair.key.text).inserted { pairs.append(pair) }
    }
    return pairs
  }

  /// Returns the value of a key, given as its text; `nil` when there is no such pair.
  package subscript(key: String) -> YAMLNode? {
    pair(key)?.value
  }

  /// Returns the pair of a key, given as its text; `nil` when there is no such pair.
  package func pair(_ key: String) -> YAMLPair? {
    guard kind == .mapping else { return nil }
    var key = key
    let own = key.withUTF8 { key in
      writtenPairs.first { $0.key.hasText(key) && !$0.key.isMergeKey }
    }
    if own != nil || !record.flags.contains(.hasMergeKey) { return own }
    for base in mergedMappings {
      if let pair = base.pair(key) { return pair }
    }
    return nil
  }

  /// Whether the node is the plain scalar `<<`.
  var isMergeKey: Bool { style == .plain && kind == .scalar && tag == nil && text == "<<" }

  private var writtenPairs: [YAMLPair] {
    let children = children
    return stride(from: 0, to: children.count - 1, by: 2).map {
      YAMLPair(key: children[$0], value: children[$0 + 1])
    }
  }

  private var mergedMappings: [YAMLNode] {
    writtenPairs.filter(\.key.isMergeKey).flatMap { pair in
      let bases = pair.value.kind == .sequence ? pair.value.elements : [pair.value]
      return bases.filter { $0.kind == .mapping }
    }
  }

  private var children: [YAMLNode] {
    var nodes: [YAMLNode] = []
    nodes.reserveCapacity(Int(record.payload))
    var child = index + 1
    for _ in 0..<record.payload {
      nodes.append(YAMLNode(document: document, site: child))
      child = document.indexAfter(child)
    }
    return nodes
  }
}
