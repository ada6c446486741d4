// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// `filter`, `map` and `transformList`: a list of some elements or of what they become.
final class ListTransformNode: Node, @unchecked Sendable {
  private let loop: Loop
  private let condition: Node?
  /// What an element becomes; `nil` for the element itself.
  private let body: Node?

  init(_ loop: Loop, condition: Node?, body: Node?, _ range: SourceRange, slot: Int) {
    self.loop = loop
    self.condition = condition
    self.body = body
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    var values: [CELValue] = []
    var missing: Stop?
    try loop.run(&machine) { (machine) throws(Stop) -> Bool in
      do throws(Stop) {
        if let condition, try !condition.test(&machine) { return true }
        if let body {
          values.append(try body.evaluate(&machine))
        } else {
          values.append(machine.locals[loop.first].unsafelyUnwrapped.pointee)
        }
      } catch {
        guard error.unknown != nil else { throw error }
        missing = .undecided(missing, error)
      }
      return true
    }
    if let missing { throw missing }
    return .list(values)
  }
}

/// `sortBy`: the elements in ascending order of what an expression makes of them.
final class SortNode: Node, @unchecked Sendable {
  private let loop: Loop
  private let body: Node

  init(_ loop: Loop, _ body: Node, _ range: SourceRange, slot: Int) {
    self.loop = loop
    self.body = body
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    var elements: [CELValue] = []
    var keys: [CELValue] = []
    var missing: Stop?
    try loop.run(&machine) { (machine) throws(Stop) -> Bool in
      elements.append(machine.locals[loop.first].unsafelyUnwrapped.pointee)
      do throws(Stop) {
        keys.append(try body.evaluate(&machine))
      } catch {
        guard error.unknown != nil else { throw error }
        missing = .undecided(missing, error)
      }
      return true
    }
    if let missing { throw missing }
    try machine.charge(ListFunctions.sortingCost(keys.count), range)
    do throws(FunctionFailure) {
      return .list(try ListFunctions.sort(elements, by: keys))
    } catch { throw .failure(error, range) }
  }
}

/// `transformMap` and `transformMapEntry`: a map of what the entries become.
final class MapTransformNode: Node, @unchecked Sendable {
  private let loop: Loop
  private let condition: Node?
  private let body: Node
  /// Whether the body gives whole entries and not only values.
  private let givesEntries: Bool

  init(
    _ loop: Loop, condition: Node?, body: Node, givesEntries: Bool, _ range: SourceRange, slot: Int
  ) {
    self.loop = loop
    self.condition = condition
    self.body = body
    self.givesEntries = givesEntries
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    var entries: [(key: CELValue, value: CELValue)] = []
    var missing: Stop?
    try loop.run(&machine) { (machine) throws(Stop) -> Bool in
      do throws(Stop) {
        if let condition, try !condition.test(&machine) { return true }
        let value = try body.evaluate(&machine)
        if !givesEntries {
          entries.append((key: machine.locals[loop.first].unsafelyUnwrapped.pointee, value: value))
        } else if case .map(let map) = value {
          try machine.charge(map.count, range)
          entries += map.entries
        } else {
          throw .noOverload(loop.name, [value], body.range)
        }
      } catch {
        guard error.unknown != nil else { throw error }
        missing = .undecided(missing, error)
      }
      return true
    }
    if let missing { throw missing }
    return try CELValue.map(entries: entries, range)
  }
}
