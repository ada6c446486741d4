// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The way of a macro through a list or map.
struct Loop: Sendable {
  let target: Node
  /// The slot of the element, or with a second variable of the index or key.
  let first: Int
  /// The slot of the element or value.
  let second: Int?
  let range: SourceRange
  /// The name of the macro.
  let name: String

  /// Runs the body for each element until it returns false.
  @inline(__always)
  func run(
    _ machine: inout Machine, _ body: (inout Machine) throws(Stop) -> Bool
  ) throws(Stop) {
    let place = try target.locate(&machine)
    if case .list(let list) = place.pointee, second == nil {
      let base = UnsafePointer(list.base)
      for index in 0..<list.count {
        try machine.charge(1, range)
        machine.point(first, at: base + index)
        if try !body(&machine) { return }
      }
      return
    }
    let count = try count(place)
    for index in 0..<count {
      try machine.charge(1, range)
      enter(index, of: place, &machine)
      if try !body(&machine) { return }
    }
  }

  /// Returns the number of elements; throws when the value has none.
  func count(_ place: UnsafePointer<CELValue>) throws(Stop) -> Int {
    switch place.pointee {
    case .list(let list): return list.count
    case .map(let map): return map.count
    default: throw .noOverload(name, [place.pointee], range)
    }
  }

  /// Makes the variables stand for an element, which must exist.
  func enter(_ index: Int, of place: UnsafePointer<CELValue>, _ machine: inout Machine) {
    switch place.pointee {
    case .list(let list):
      if let second {
        machine.set(first, to: .int(Int64(index)))
        machine.point(second, at: list.base + index)
      } else {
        machine.point(first, at: list.base + index)
      }
    case .map(let map):
      machine.set(first, to: map.key(at: index))
      if let second { machine.point(second, at: map.base + index) }
    default: break
    }
  }
}
