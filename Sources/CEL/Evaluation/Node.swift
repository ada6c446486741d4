// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// An executable expression.
///
/// `@unchecked Sendable` because it has subclasses: all of them have constant properties of
/// `Sendable` types only, and atomics.
class Node: @unchecked Sendable {
  /// The bytes of the expression.
  let range: SourceRange
  /// The slot in which `locate` keeps the value of a node that is computed.
  let slot: Int

  init(_ range: SourceRange, slot: Int) {
    self.range = range
    self.slot = slot
  }

  /// Returns the value.
  func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    fatalError("every kind of node evaluates")
  }

  /// Returns the value of a condition, without boxing it.
  func test(_ machine: inout Machine) throws(Stop) -> Bool {
    let value = try evaluate(&machine)
    if case .bool(let truth) = value { return truth }
    throw .noOverload("&&", [value], range)
  }

  /// Returns where the value is, so that a part of it can be read without copying the whole.
  ///
  /// The place is good until the node is asked again or the evaluation ends.
  func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    machine.keep(try evaluate(&machine), in: slot)
  }

  /// The value when it is the same in every evaluation.
  var constant: CELValue? { nil }
}

/// A value that is known when the expression is compiled.
final class ConstantNode: Node, @unchecked Sendable {
  private let place: UnsafeMutablePointer<CELValue>

  init(_ value: CELValue, _ range: SourceRange) {
    place = .allocate(capacity: 1)
    place.initialize(to: value)
    super.init(range, slot: 0)
  }

  deinit {
    place.deinitialize(count: 1)
    place.deallocate()
  }

  override var constant: CELValue? { place.pointee }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue { place.pointee }

  override func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    UnsafePointer(place)
  }
}
