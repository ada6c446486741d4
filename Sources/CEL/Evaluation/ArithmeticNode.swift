// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics

/// `left + right` and its kin on whole numbers, and on everything else that the overloads know.
final class ArithmeticNode: Node, @unchecked Sendable {
  private let sign: Arithmetic.Sign
  private let left: Node
  private let right: Node
  private let overloads: [Overload]

  init(
    _ sign: Arithmetic.Sign, _ left: Node, _ right: Node, _ overloads: [Overload],
    _ range: SourceRange, slot: Int
  ) {
    self.sign = sign
    self.left = left
    self.right = right
    self.overloads = overloads
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    let (a, b) = try Node.locate(left, right, &machine)
    do throws(FunctionFailure) {
      switch (a.pointee, b.pointee) {
      case (.int(let a), .int(let b)):
        machine.remaining &-= 1
        return .int(try Arithmetic.apply(sign, a, b))
      case (.double(let a), .double(let b)):
        machine.remaining &-= 1
        if let result = Arithmetic.apply(sign, a, b) { return .double(result) }
      case (.timestamp(let a), .timestamp(let b)) where sign == .minus:
        machine.remaining &-= 1
        if let difference = a.nanoseconds(since: b) {
          return .duration(CELDuration(nanoseconds: difference))
        }
      default: break
      }
    } catch { throw .failure(error, range) }
    let values = [a.pointee, b.pointee]
    try machine.charge(1 + (values[0].traversalSize + values[1].traversalSize) / 10, range)
    for overload in overloads where overload.accepts(values) {
      do {
        return try overload.implementation.call(values)
      } catch { throw .thrown(error, range) }
    }
    throw .noOverload(sign.rawValue, values, range)
  }
}

/// Checked arithmetic.
enum Arithmetic {
  /// The operators.
  enum Sign: String, Sendable {
    case plus = "_+_"
    case minus = "_-_"
    case times = "_*_"
    case divided = "_/_"
    case remainder = "_%_"
  }

  /// Returns the result on whole numbers; throws when it does not fit.
  @inline(__always)
  static func apply<T: FixedWidthInteger>(
    _ sign: Sign, _ a: T, _ b: T
  ) throws(FunctionFailure) -> T {
    let result: (partialValue: T, overflow: Bool)
    switch sign {
    case .plus: result = a.addingReportingOverflow(b)
    case .minus: result = a.subtractingReportingOverflow(b)
    case .times: result = a.multipliedReportingOverflow(by: b)
    case .divided:
      if b == 0 { throw .divisionByZero }
      result = a.dividedReportingOverflow(by: b)
    case .remainder:
      if b == 0 { throw .divisionByZero }
      result = a.remainderReportingOverflow(dividingBy: b)
    }
    if result.overflow { throw .overflow(T.isSigned ? "int" : "uint") }
    return result.partialValue
  }

  /// Returns the result on doubles; `nil` for the remainder, which they have not.
  @inline(__always)
  static func apply(_ sign: Sign, _ a: Double, _ b: Double) -> Double? {
    switch sign {
    case .plus: a + b
    case .minus: a - b
    case .times: a * b
    case .divided: a / b
    case .remainder: nil
    }
  }
}
