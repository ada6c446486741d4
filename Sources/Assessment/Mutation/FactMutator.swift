// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology

/// Changes one fact in the value of a variable in all the ways that are tried.
struct FactMutator {
  /// A changed value; `nil` when nothing is left.
  typealias Mutant = (mutation: Mutation, value: CELValue?)

  /// The most elements of a list or map that are changed one by one.
  private static let elementLimit = 16

  let pool: ValuePool

  /// Returns the value with the fact at the end of steps changed, once for each way.
  ///
  /// - Parameters:
  ///   - value: the value, `nil` when there is none.
  ///   - isOptional: whether there may be none.
  func mutants(
    of value: CELValue?, as type: CELType, at steps: ArraySlice<FactPath.Step>,
    isOptional: Bool = false
  ) -> [Mutant] {
    guard let step = steps.first else { return leaves(of: value, as: type, isOptional) }
    guard let value, let part = type.part(step) else { return [] }
    let rest = steps.dropFirst()
    switch (value, step) {
    case (.record(let record), .field(let name)):
      return mutants(of: record[name], as: part.type, at: rest, isOptional: part.isOptional)
        .map { ($0.mutation, record.setting(name, $0.value)) }
    case (.map(let map), .key(let key)):
      return mutants(of: map[.string(key)], as: part.type, at: rest, isOptional: true)
        .map { ($0.mutation, map.setting(.string(key), $0.value)) }
    case (.map(let map), .element):
      return map.entries.prefix(Self.elementLimit).flatMap { entry in
        mutants(of: entry.value, as: part.type, at: rest)
          .map { ($0.mutation, map.setting(entry.key, $0.value)) }
      }
    case (.list(let list), .element):
      return list.elements.indices.prefix(Self.elementLimit).flatMap { index in
        mutants(of: list[index], as: part.type, at: rest)
          .map { ($0.mutation, list.setting(index, $0.value)) }
      }
    default: return []
    }
  }

  private func leaves(of value: CELValue?, as type: CELType, _ isOptional: Bool) -> [Mutant] {
    guard let value else { return pool.values(of: type).map { (.added, $0) } }
    let removal: [Mutant] = isOptional ? [(.removed, nil)] : []
    return near(value) + parts(of: value, as: type) + removal
      + pool.values(of: type).map { (.replaced, $0) }
  }

  /// Returns the values next to a value.
  private func near(_ value: CELValue) -> [Mutant] {
    switch value {
    case .bool(let truth): [(.flipped, .bool(!truth))]
    case .int(let number): [-1, 1].map { (.offByOne, .int(number &+ $0)) }
    case .double(let number): [-1, 1].map { (.offByOne, .double(number + $0)) }
    case .string(let text): Self.numbersNear(text.text).map { (.offByOne, .string($0)) }
    case .timestamp(let instant):
      [-86_400, 86_400].map { (.shiftedByDay, .timestamp(instant.adding(seconds: $0))) }
    case .duration(let duration):
      [-1, 1].map {
        (.offByOne, .duration(nanoseconds: duration.nanoseconds &+ $0 * 1_000_000_000))
      }
    default: []
    }
  }

  /// Returns the texts of the numbers next to that at the start of a text, such as `179d` for
  /// `180d`, and of a much smaller and a much greater one.
  private static func numbersNear(_ text: String) -> [String] {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int64(digits), number < .max / 1_000 else { return [] }
    let rest = text.dropFirst(digits.count)
    return [number - 1, number + 1, 0, number * 1_000].filter { $0 >= 0 }.map { "\($0)\(rest)" }
  }

  /// Returns a list or map with elements dropped, added and changed.
  private func parts(of value: CELValue, as type: CELType) -> [Mutant] {
    switch (value, type) {
    case (.list(let list), .list(let element)):
      let others = pool.values(of: element, depth: 1)
      let indices = list.elements.indices.prefix(Self.elementLimit)
      return (list.count > 0 ? [(.emptied, .list([]))] : [])
        + indices.map { (.elementDropped, list.setting($0, nil)) }
        + others.map { (.elementAdded, .list(list.elements + [$0])) }
        + (list.count > 0 ? others.map { (.replaced, list.setting(0, $0)) } : [])
    case (.map(let map), .map(_, let element)):
      let others = zip(pool.strings.elements, pool.values(of: element, depth: 1))
      return (map.count > 0 ? [(.emptied, .map([]))] : [])
        + map.entries.prefix(Self.elementLimit).map { (.elementDropped, map.setting($0.key, nil)) }
        + others.map { (.elementAdded, map.setting(.string($0), $1)) }
    default: return []
    }
  }
}

extension CELRecord {
  /// Returns the record with a field changed, or without it.
  fileprivate func setting(_ name: String, _ value: CELValue?) -> CELValue {
    var values: [String: CELValue] = [:]
    for field in fieldNames { values[field] = self[field] }
    values[name] = value
    return .record(type, values)
  }
}

extension CELMap {
  /// Returns the map with the value of a key changed, or without the key.
  fileprivate func setting(_ key: CELValue, _ value: CELValue?) -> CELValue {
    let others = entries.filter { !$0.key.isEqual(to: key) }.map { ($0.key, $0.value) }
    return .map(others + (value.map { [(key, $0)] } ?? []))
  }
}

extension CELList {
  /// Returns the list with an element changed, or without it.
  fileprivate func setting(_ index: Int, _ value: CELValue?) -> CELValue {
    let elements = elements
    return .list(
      Array(elements[..<index]) + (value.map { [$0] } ?? []) + Array(elements[(index + 1)...]))
  }
}
