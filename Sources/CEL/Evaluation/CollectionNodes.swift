// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// `[a, ?b]`.
final class ListNode: Node, @unchecked Sendable {
  private let elements: [Node]
  /// Which elements are optional; empty for none.
  private let optional: Set<Int>

  init(_ elements: [Node], optional: Set<Int>, _ range: SourceRange, slot: Int) {
    self.elements = elements
    self.optional = optional
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    try machine.charge(10 + elements.count, range)
    let values = try Node.evaluate(elements, &machine)
    if optional.isEmpty { return .list(values) }
    var present: [CELValue] = []
    for (index, value) in values.enumerated() {
      if !optional.contains(index) {
        present.append(value)
      } else if let inner = try value.unwrapped(elements[index].range) {
        present.append(inner)
      }
    }
    return .list(present)
  }
}

/// `{key: value, ?key: value}`.
final class MapNode: Node, @unchecked Sendable {
  /// Keys and values in turn.
  private let parts: [Node]
  /// Which entries are optional; empty for none.
  private let optional: Set<Int>

  init(_ parts: [Node], optional: Set<Int>, _ range: SourceRange, slot: Int) {
    self.parts = parts
    self.optional = optional
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    try machine.charge(30 + parts.count, range)
    let values = try Node.evaluate(parts, &machine)
    var entries: [(key: CELValue, value: CELValue)] = []
    entries.reserveCapacity(values.count / 2)
    for index in 0..<(values.count / 2) {
      let value = values[2 * index + 1]
      if !optional.contains(index) {
        entries.append((key: values[2 * index], value: value))
      } else if let inner = try value.unwrapped(parts[2 * index + 1].range) {
        entries.append((key: values[2 * index], value: inner))
      }
    }
    return try CELValue.map(entries: entries, range)
  }
}

extension CELValue {
  /// Returns what an optional value holds, `nil` when absent; throws for another type.
  func unwrapped(_ range: SourceRange) throws(Stop) -> CELValue? {
    guard case .optional(let box) = self else { throw .noOverload("?", [self], range) }
    return box.value
  }

  /// Returns a map, or throws for equal keys and for keys of a wrong type.
  static func map(
    entries: [(key: CELValue, value: CELValue)], _ range: SourceRange
  ) throws(Stop) -> CELValue {
    do throws(FunctionFailure) {
      return .map(try CELMap(entries))
    } catch {
      throw .failure(error, range)
    }
  }
}
