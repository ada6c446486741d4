// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// An operator whose result is a truth value.
class PredicateNode: Node, @unchecked Sendable {
  override final func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    .bool(try test(&machine))
  }

  override final func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    Truth.place(try test(&machine))
  }
}

/// `left == right` or `left != right` on values of any type.
final class EqualityNode: PredicateNode, @unchecked Sendable {
  private let left: Node
  private let right: Node
  private let isNegated: Bool

  init(_ left: Node, _ right: Node, isNegated: Bool, _ range: SourceRange) {
    self.left = left
    self.right = right
    self.isNegated = isNegated
    super.init(range, slot: 0)
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    let (a, b) = try Node.locate(left, right, &machine)
    switch (a.pointee, b.pointee) {
    case (.string(let a), .string(let b)):
      try machine.charge(1 &+ (a.byteCount < b.byteCount ? a.byteCount : b.byteCount) / 10, range)
      return (a == b) != isNegated
    case (.int(let a), .int(let b)):
      machine.remaining &-= 1
      return (a == b) != isNegated
    default:
      try machine.charge(1 + a.pointee.comparisonSize / 10, range)
      return a.pointee.isEqual(to: b.pointee) != isNegated
    }
  }
}

/// `left == "text"`.
final class TextEqualityNode: PredicateNode, @unchecked Sendable {
  private let left: Node
  private let text: CELString
  private let isNegated: Bool
  private let units: Int

  init(_ left: Node, _ text: CELString, isNegated: Bool, _ range: SourceRange) {
    self.left = left
    self.text = text
    self.isNegated = isNegated
    units = 1 + text.byteCount / 10
    super.init(range, slot: 0)
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    let place = try left.locate(&machine)
    machine.remaining &-= units
    if case .string(let value) = place.pointee { return (value == text) != isNegated }
    return isNegated
  }
}

/// `left < right` and its kin.
final class OrderNode: PredicateNode, @unchecked Sendable {
  /// Which orders make the operator true.
  enum Sign: String, Sendable {
    case less = "_<_"
    case lessOrEqual = "_<=_"
    case greater = "_>_"
    case greaterOrEqual = "_>=_"

    @inline(__always)
    func holds(_ order: CELOrder) -> Bool {
      switch self {
      case .less: order == .less
      case .lessOrEqual: order == .less || order == .equal
      case .greater: order == .greater
      case .greaterOrEqual: order == .greater || order == .equal
      }
    }
  }

  private let sign: Sign
  private let left: Node
  private let right: Node

  init(_ sign: Sign, _ left: Node, _ right: Node, _ range: SourceRange) {
    self.sign = sign
    self.left = left
    self.right = right
    super.init(range, slot: 0)
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    let (a, b) = try Node.locate(left, right, &machine)
    if case .int(let a) = a.pointee, case .int(let b) = b.pointee {
      machine.remaining &-= 1
      return sign.holds(CELOrder(a, b))
    }
    try machine.charge(1 + a.pointee.traversalSize / 10, range)
    guard let order = a.pointee.order(b.pointee) else {
      throw .noOverload(sign.rawValue, [a.pointee, b.pointee], range)
    }
    return sign.holds(order)
  }
}

/// `element in collection`.
final class MembershipNode: PredicateNode, @unchecked Sendable {
  private let element: Node
  private let collection: Node
  /// The texts of a constant list of many texts, to be looked up instead of walked through.
  private let texts: Set<CELString>?

  init(_ element: Node, _ collection: Node, _ range: SourceRange) {
    self.element = element
    self.collection = collection
    texts = collection.constant.flatMap { MembershipNode.texts($0) }
    super.init(range, slot: 0)
  }

  private static func texts(_ value: CELValue) -> Set<CELString>? {
    guard case .list(let list) = value, list.count > 8 else { return nil }
    var texts: Set<CELString> = []
    for case .string(let text) in list { texts.insert(text) }
    return texts.isEmpty || !list.allSatisfy({ $0.matches(.string) }) ? nil : texts
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    let (element, collection) = try Node.locate(element, collection, &machine)
    if let texts {
      machine.remaining &-= 2
      if case .string(let text) = element.pointee { return texts.contains(text) }
      return false
    }
    switch collection.pointee {
    case .list(let list):
      try machine.charge(1 + list.count, range)
      if case .string(let text) = element.pointee {
        for index in 0..<list.count {
          if case .string(let other) = list.base[index], other == text { return true }
        }
        return false
      }
      for index in 0..<list.count where list.base[index].isEqual(to: element.pointee) {
        return true
      }
      return false
    case .map(let map):
      machine.remaining &-= 1
      return map.place(of: element.pointee) != nil
    default: throw .noOverload("@in", [element.pointee, collection.pointee], range)
    }
  }
}

extension CELValue {
  /// The number of values or bytes that a comparison looks at, at most.
  fileprivate var comparisonSize: Int {
    switch self {
    case .list(let list):
      UnsafeBufferPointer(start: list.base, count: list.count)
        .reduce(1) { $0 + $1.comparisonSize }
    case .map(let map):
      UnsafeBufferPointer(start: map.base, count: map.count).reduce(1) { $0 + $1.comparisonSize }
    case .record(let record):
      UnsafeBufferPointer(start: record.base, count: record.shape.keys.count)
        .reduce(1) { $0 + $1.comparisonSize }
    default: traversalSize
    }
  }
}
