// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// `operand.field` on a record or map; on an optional value the field becomes optional too.
final class SelectNode: Node, @unchecked Sendable {
  let operand: Node
  let field: CELString
  private let fieldRange: SourceRange
  /// The shape met last and the place of the field in it.
  private let cache = PlaceCache()

  init(
    _ operand: Node, _ field: String, fieldRange: SourceRange, _ range: SourceRange, slot: Int
  ) {
    self.operand = operand
    self.field = CELString.make(field)
    self.fieldRange = fieldRange
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    try locate(&machine).pointee
  }

  override func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    let base = try operand.locate(&machine)
    machine.remaining &-= 1
    if let place = find(base) { return place }
    guard case .optional(let box) = base.pointee else {
      throw SelectNode.missing(field, base, fieldRange)
    }
    let value = try SelectNode.optional(field, in: box.value, fieldRange)
    return machine.keep(value, in: slot)
  }

  /// Returns where the field is, or `nil` when the value has no such field.
  @inline(__always)
  func find(_ base: UnsafePointer<CELValue>) -> UnsafePointer<CELValue>? {
    switch base.pointee {
    case .map(let map):
      if let place = cache.place(for: map.shapeIdentifier) {
        return UnsafePointer(map.base + place)
      }
      guard let shape = map.shape else {
        return map.place(of: field).map { UnsafePointer(map.base + $0) }
      }
      return find(in: shape).map { UnsafePointer(map.base + $0) }
    case .record(let record):
      if let place = cache.place(for: record.shapeIdentifier) {
        return UnsafePointer(record.base + place)
      }
      return find(in: record.shape).map { UnsafePointer(record.base + $0) }
    default: return nil
    }
  }

  /// Returns the place of the field in a shape and remembers it.
  @inline(never)
  private func find(in shape: Shape) -> Int? {
    guard let place = shape.place(of: field) else { return nil }
    cache.remember(place, for: shape.identifier)
    return place
  }

  /// Returns why a value has no such field.
  static func missing(
    _ field: CELString, _ base: UnsafePointer<CELValue>, _ range: SourceRange
  ) -> Stop {
    switch base.pointee {
    case .map, .record: Stop(reason: .missingField(field, in: base.pointee, range))
    default: .noOverload("." + field.text, [base.pointee], range)
    }
  }

  /// Returns the field of a value as an optional value; absent when value or field are.
  static func optional(
    _ field: CELString, in value: CELValue?, _ range: SourceRange
  ) throws(Stop) -> CELValue {
    switch value {
    case nil: return .optional(.absent)
    case .map(let map)?: return .optional(map.place(of: field).map { map.base[$0] })
    case .record(let record)?:
      return .optional(record.shape.place(of: field).map { record.base[$0] })
    case .optional(let box)?: return try optional(field, in: box.value, range)
    case let other?: throw .noOverload("." + field.text, [other], range)
    }
  }
}

/// `operand.?field`.
final class OptionalSelectNode: Node, @unchecked Sendable {
  let operand: Node
  private let field: CELString

  init(_ operand: Node, _ field: String, _ range: SourceRange, slot: Int) {
    self.operand = operand
    self.field = CELString.make(field)
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    let base = try operand.locate(&machine)
    machine.remaining &-= 1
    return try SelectNode.optional(field, in: base.pointee, range)
  }
}

/// `has(operand.field)`.
final class HasNode: Node, @unchecked Sendable {
  let select: SelectNode

  init(_ select: SelectNode, _ range: SourceRange) {
    self.select = select
    super.init(range, slot: select.slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    .bool(try test(&machine))
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    let base = try select.operand.locate(&machine)
    machine.remaining &-= 1
    if select.find(base) != nil { return true }
    switch base.pointee {
    case .map, .record: return false
    case .optional(let box):
      if case .optional(let field) = try SelectNode.optional(select.field, in: box.value, range) {
        return field.value != nil
      }
      return false
    default: throw .noOverload("has", [base.pointee], range)
    }
  }
}
