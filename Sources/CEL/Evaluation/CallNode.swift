// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A call of a function, which chooses the overload by the types of the arguments.
final class CallNode: Node, @unchecked Sendable {
  private let name: String
  private let overloads: [Overload]
  private let arguments: [Node]

  init(
    _ name: String, _ overloads: [Overload], _ arguments: [Node], _ range: SourceRange, slot: Int
  ) {
    self.name = name
    self.overloads = overloads
    self.arguments = arguments
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    switch arguments.count {
    case 1:
      let value = try arguments[0].evaluate(&machine)
      for overload in overloads where value.matches(overload.parameters[0]) {
        guard case .unary(let implementation) = overload.implementation else { continue }
        try machine.charge(overload.cost.units(value), range)
        do { return try implementation(value) } catch { throw .thrown(error, range) }
      }
    case 2:
      let (first, second) = try Node.locate(arguments[0], arguments[1], &machine)
      for overload in overloads {
        guard case .binary(let implementation) = overload.implementation,
          first.pointee.matches(overload.parameters[0]),
          second.pointee.matches(overload.parameters[1])
        else { continue }
        try machine.charge(overload.cost.units(first, second), range)
        do {
          return try implementation(first.pointee, second.pointee)
        } catch { throw .thrown(error, range) }
      }
    default: break
    }
    return try general(&machine)
  }

  /// Calls with any number of arguments; the arguments of a call that fits no overload so far may
  /// be evaluated twice, which changes nothing.
  private func general(_ machine: inout Machine) throws(Stop) -> CELValue {
    let values = try Node.evaluate(arguments, &machine)
    for overload in overloads where overload.accepts(values) {
      try machine.charge(overload.cost.units(values), range)
      do {
        return try overload.implementation.call(values)
      } catch { throw .thrown(error, range) }
    }
    throw .noOverload(name, values, range)
  }
}

extension FunctionCost {
  /// Returns the units of a call with one argument.
  fileprivate func units(_ value: CELValue) -> Int {
    switch self {
    case .constant(let units): units
    case .traversal: 1 + value.traversalSize / 10
    default: units([value])
    }
  }

  /// Returns the units of a call with two arguments.
  fileprivate func units(
    _ first: UnsafePointer<CELValue>, _ second: UnsafePointer<CELValue>
  ) -> Int {
    switch self {
    case .constant(let units): return units
    case .traversal(let indexes):
      var units = 1
      for index in indexes {
        units += (index == 0 ? first : second).pointee.traversalSize / 10
      }
      return units
    case .product: return 1 + first.pointee.traversalSize * second.pointee.traversalSize / 100
    default: return units([first.pointee, second.pointee])
    }
  }
}

extension Overload {
  /// Whether the overload takes values of these types.
  func accepts(_ values: [CELValue]) -> Bool {
    guard takes(values.count) else { return false }
    return zip(values, spread(parameters, over: values.count)).allSatisfy { $0.matches($1) }
  }
}

extension FunctionImplementation {
  /// Calls with values that are as many as the function takes.
  func call(_ values: [CELValue]) throws -> CELValue {
    switch self {
    case .nullary(let function): try function()
    case .unary(let function): try function(values[0])
    case .binary(let function): try function(values[0], values[1])
    case .ternary(let function): try function(values[0], values[1], values[2])
    case .variadic(let function): try function(values)
    }
  }
}
