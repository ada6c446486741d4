// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// `cel.bind(name, value, body)`: the value is computed once; when that fails, only reading it does.
final class BindNode: Node, @unchecked Sendable {
  private let local: Int
  private let value: Node
  private let body: Node

  init(_ local: Int, _ value: Node, _ body: Node, _ range: SourceRange, slot: Int) {
    self.local = local
    self.value = value
    self.body = body
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    try bind(&machine)
    return try body.evaluate(&machine)
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    try bind(&machine)
    return try body.test(&machine)
  }

  /// Computes the value and makes the variable stand for it.
  func bind(_ machine: inout Machine) throws(Stop) {
    do throws(Stop) {
      machine.point(local, at: try value.locate(&machine))
    } catch {
      if error.isFinal { throw error }
      machine.locals[local] = nil
      machine.failures[local] = error
    }
  }
}

/// `target.optMap(name, body)` or `target.optFlatMap(name, body)`.
final class OptionalMapNode: Node, @unchecked Sendable {
  private let local: Int
  private let target: Node
  private let body: Node
  private let isFlat: Bool

  init(
    _ local: Int, _ target: Node, _ body: Node, isFlat: Bool, _ range: SourceRange, slot: Int
  ) {
    self.local = local
    self.target = target
    self.body = body
    self.isFlat = isFlat
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    let value = try target.evaluate(&machine)
    guard case .optional(let box) = value else {
      throw .noOverload(isFlat ? "optFlatMap" : "optMap", [value], range)
    }
    guard let inner = box.value else { return .optional(.absent) }
    machine.set(local, to: inner)
    let result = try body.evaluate(&machine)
    if !isFlat { return .optional(CELOptional(result)) }
    guard case .optional = result else { throw .noOverload("optFlatMap", [result], body.range) }
    return result
  }
}

/// `optional.or(other)` or `optional.orValue(other)`; the other is evaluated only when needed.
final class OptionalOrNode: Node, @unchecked Sendable {
  private let target: Node
  private let other: Node
  private let unwraps: Bool

  init(_ target: Node, _ other: Node, unwraps: Bool, _ range: SourceRange, slot: Int) {
    self.target = target
    self.other = other
    self.unwraps = unwraps
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    let value = try target.evaluate(&machine)
    guard case .optional(let box) = value else {
      throw .noOverload(unwraps ? "orValue" : "or", [value], range)
    }
    if let inner = box.value { return unwraps ? inner : value }
    let replacement = try other.evaluate(&machine)
    if unwraps { return replacement }
    guard case .optional = replacement else { throw .noOverload("or", [replacement], other.range) }
    return replacement
  }
}
