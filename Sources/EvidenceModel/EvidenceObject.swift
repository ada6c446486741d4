// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Values by name, in the order in which the names were first set.
///
/// Two objects are equal when they hold the same values under the same names, in whatever order.
/// Evidence has very many small objects, such as the entries of a folder; those hold nothing but
/// their pairs.
package struct EvidenceObject: Sendable {
  /// A name with its value.
  package typealias Pair = (key: String, value: EvidenceValue)

  /// The number of names from which an index is faster than looking at each.
  private static let indexThreshold = 16

  /// The names with their values, in the order in which the names were first set.
  private var pairs: [Pair] = []
  /// Where each name stands in a large object.
  private var positions: [String: Int]?

  package init() {}

  /// The number of names.
  package var count: Int { pairs.count }

  /// Whether nothing is held.
  package var isEmpty: Bool { pairs.isEmpty }

  /// The names in the order in which they were first set.
  package var keys: [String] { pairs.map(\.key) }

  /// The names in the order of their UTF-8 bytes, which is the order of canonical JSON.
  package var sortedKeys: [String] { sortedPairs.map(\.key) }

  /// The names with their values, in the order of the UTF-8 bytes of the names.
  var sortedPairs: [Pair] {
    func isBefore(_ a: Pair, _ b: Pair) -> Bool {
      a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
    let isSorted = zip(pairs, pairs.dropFirst()).allSatisfy { isBefore($0, $1) }
    return isSorted ? pairs : pairs.sorted(by: isBefore)
  }

  /// The value under a name; setting `nil` removes the name.
  package subscript(key: String) -> EvidenceValue? {
    get { position(of: key).map { pairs[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?): pairs[position].value = value
      case (let position?, nil):
        pairs.remove(at: position)
        indexAgain()
      case (nil, let value?):
        pairs.append((key, value))
        if positions != nil {
          positions?[key] = pairs.count - 1
        } else if pairs.count > Self.indexThreshold {
          indexAgain()
        }
      case (nil, nil): break
      }
    }
  }

  /// Makes room for a number of names.
  mutating func reserveCapacity(_ count: Int) { pairs.reserveCapacity(count) }

  private func position(of key: String) -> Int? {
    if let positions { return positions[key] }
    return pairs.firstIndex { $0.key == key }
  }

  private mutating func indexAgain() {
    guard pairs.count > Self.indexThreshold else {
      positions = nil
      return
    }
    positions = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1.key, $0) })
  }
}

extension EvidenceObject: Hashable {
  package static func == (a: EvidenceObject, b: EvidenceObject) -> Bool {
    a.count == b.count && a.pairs.allSatisfy { b[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    // The order of the names does not count, so neither may that of their hashes.
    var sum = 0
    for (key, value) in pairs {
      var own = Hasher()
      own.combine(key)
      own.combine(value)
      sum ^= own.finalize()
    }
    hasher.combine(sum)
  }
}

extension EvidenceObject: Sequence {
  /// Returns the names with their values, in the order in which the names were first set.
  package func makeIterator() -> IndexingIterator<[Pair]> { pairs.makeIterator() }
}

extension EvidenceObject: ExpressibleByDictionaryLiteral {
  /// An object from pairs; of equal names the last wins.
  package init(dictionaryLiteral elements: (String, EvidenceValue)...) {
    reserveCapacity(elements.count)
    for (key, value) in elements { self[key] = value }
  }
}
