// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// `operand[index]` on a list or map, or `operand[?index]`.
final class IndexNode: Node, @unchecked Sendable {
  let operand: Node
  let index: Node
  private let isOptional: Bool

  init(_ operand: Node, _ index: Node, isOptional: Bool, _ range: SourceRange, slot: Int) {
    self.operand = operand
    self.index = index
    self.isOptional = isOptional
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    try locate(&machine).pointee
  }

  override func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    let (base, key) = try Node.locate(operand, index, &machine)
    machine.remaining &-= 1
    if isOptional { return machine.keep(try optional(base.pointee, key.pointee), in: slot) }
    switch base.pointee {
    case .list(let list):
      guard let place = try IndexNode.place(in: list, key.pointee, range) else {
        throw Stop(reason: .indexOutOfRange(key.pointee, count: list.count, index.range))
      }
      return UnsafePointer(list.base + place)
    case .map(let map):
      guard let place = map.place(of: key.pointee) else {
        throw Stop(reason: .missingKey(key.pointee, in: base.pointee, index.range))
      }
      return UnsafePointer(map.base + place)
    case .optional: return machine.keep(try optional(base.pointee, key.pointee), in: slot)
    default: throw .noOverload("_[_]", [base.pointee, key.pointee], range)
    }
  }

  private func optional(_ base: CELValue, _ key: CELValue) throws(Stop) -> CELValue {
    switch base {
    case .optional(let box):
      guard let value = box.value else { return .optional(.absent) }
      return try optional(value, key)
    case .list(let list):
      return .optional(try IndexNode.place(in: list, key, range).map { list.base[$0] })
    case .map(let map): return .optional(map.place(of: key).map { map.base[$0] })
    default: throw .noOverload("_[?_]", [base, key], range)
    }
  }

  /// Returns the place of an index in a list, `nil` when out of range. Whole numbers of any type
  /// will do.
  static func place(
    in list: CELList, _ index: CELValue, _ range: SourceRange
  ) throws(Stop) -> Int? {
    let number: Int?
    switch index {
    case .int(let value): number = Int(value)
    case .uint(let value): number = Int(exactly: value)
    case .double(let value):
      guard value.rounded() == value else {
        throw .noOverload("_[_]", [.list(list), index], range)
      }
      number = Int(exactly: value)
    default: throw .noOverload("_[_]", [.list(list), index], range)
    }
    guard let number, number >= 0, number < list.count else { return nil }
    return number
  }
}
