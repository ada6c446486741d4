// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A chain of `&&` or `||`. An operand that decides wins over errors and missing evidence in others.
final class LogicalNode: Node, @unchecked Sendable {
  let operands: [Node]
  /// The operand value that decides: false for `&&`.
  private let deciding: Bool

  init(_ sign: Expression.LogicalOperator, _ operands: [Node], _ range: SourceRange) {
    self.operands = operands
    deciding = sign == .or
    super.init(range, slot: 0)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    .bool(try test(&machine))
  }

  override func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    Truth.place(try test(&machine))
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    var pending: Stop?
    for operand in operands {
      do throws(Stop) {
        if try operand.test(&machine) == deciding { return deciding }
      } catch {
        if error.isFinal { throw error }
        pending = .undecided(pending, error)
      }
    }
    if let pending { throw pending }
    return !deciding
  }
}

/// `!operand`.
final class NotNode: Node, @unchecked Sendable {
  private let operand: Node

  init(_ operand: Node, _ range: SourceRange) {
    self.operand = operand
    super.init(range, slot: 0)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    .bool(try test(&machine))
  }

  override func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    Truth.place(try test(&machine))
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    try !operand.test(&machine)
  }
}

/// `condition ? then : otherwise`; only one branch is evaluated.
final class ConditionalNode: Node, @unchecked Sendable {
  private let condition: Node
  private let then: Node
  private let otherwise: Node

  init(_ condition: Node, _ then: Node, _ otherwise: Node, _ range: SourceRange) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    super.init(range, slot: 0)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    try condition.test(&machine) ? then.evaluate(&machine) : otherwise.evaluate(&machine)
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    try condition.test(&machine) ? then.test(&machine) : otherwise.test(&machine)
  }

  override func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    try condition.test(&machine) ? then.locate(&machine) : otherwise.locate(&machine)
  }
}

/// The two truth values at fixed places.
enum Truth {
  // Safe to share: allocated once, never written again and never freed.
  private nonisolated(unsafe) static let values: UnsafePointer<CELValue> = {
    let values = UnsafeMutablePointer<CELValue>.allocate(capacity: 2)
    values.initialize(to: .bool(false))
    (values + 1).initialize(to: .bool(true))
    return UnsafePointer(values)
  }()

  static func place(_ truth: Bool) -> UnsafePointer<CELValue> { values + (truth ? 1 : 0) }
}
