// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import ControlCatalog

/// The values of the facts of the organisation that a condition is tried with.
enum FactCandidates {
  /// The most combinations that are tried.
  private static let limit = 512

  /// Returns values of a fact: all of few, else those around the numbers that a rule names.
  static func values(of fact: OrganizationFact, comparedIn tree: SyntaxTree) -> [CELValue] {
    switch fact.kind {
    case .boolean: [.bool(false), .bool(true)]
    case .choice: fact.options.map { .string($0.id) }
    case .integer: integers(of: fact, tree).map { .int($0) }
    case .text, .list:
      {
        var pool = ValuePool()
        pool.add(literalsOf: tree)
        return Array(pool.values(of: fact.kind.type).prefix(8))
      }()
    }
  }

  private static func integers(of fact: OrganizationFact, _ tree: SyntaxTree) -> [Int64] {
    let minimum = Int64(fact.minimum ?? 0)
    let maximum = fact.maximum.map { Int64($0) } ?? .max / 4
    let named = tree.nodes.compactMap { node -> Int64? in
      if case .literal(let value) = node.kind { value.intValue } else { nil }
    }
    let around = named.flatMap { [$0 - 1, $0, $0 + 1] } + [minimum, minimum + 1]
    return Set(around.filter { (minimum...maximum).contains($0) }).sorted()
  }

  /// Returns all combinations of values, one of each list; of long lists fewer when they are many.
  static func combinations(_ lists: [[CELValue]]) -> [[CELValue]] {
    var lists = lists
    while lists.reduce(1, { $0 * max($1.count, 1) }) > limit,
      let longest = lists.indices.max(by: { lists[$0].count < lists[$1].count })
    {
      // Every second, so that small and great values stay.
      let list = lists[longest]
      lists[longest] = stride(from: 0, to: list.count, by: 2).map { list[$0] }
    }
    return lists.reduce([[]]) { combinations, values in
      combinations.flatMap { combination in values.map { combination + [$0] } }
    }
  }
}
