// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// How two values stand to each other.
package enum CELOrder: Sendable {
  case less, equal, greater
  /// Neither: one of the numbers is NaN.
  case unordered

  init(_ difference: Int) {
    self = difference < 0 ? .less : difference == 0 ? .equal : .greater
  }

  init<T: Comparable>(_ a: T, _ b: T) {
    self = a < b ? .less : a == b ? .equal : a > b ? .greater : .unordered
  }
}

extension CELValue {
  /// Returns the order of two values, or `nil` when their types have none.
  package func order(_ other: CELValue) -> CELOrder? {
    switch (self, other) {
    case (.int(let a), .int(let b)): CELOrder(a, b)
    case (.string(let a), .string(let b)): CELOrder(a.order(b))
    case (.bool(let a), .bool(let b)): CELOrder(a ? 1 : 0, b ? 1 : 0)
    case (.bytes(let a), .bytes(let b)):
      CELOrder(
        a.octets.withUnsafeBufferPointer { a in
          b.octets.withUnsafeBufferPointer { a.byteOrder($0) }
        })
    case (.timestamp(let a), .timestamp(let b)): CELOrder(a, b)
    case (.duration(let a), .duration(let b)): CELOrder(a, b)
    default: numericOrder(other)
    }
  }

  /// Returns the order of two numbers of any type, exactly; `nil` when one is not a number.
  func numericOrder(_ other: CELValue) -> CELOrder? {
    switch (self, other) {
    case (.int(let a), .int(let b)): CELOrder(a, b)
    case (.uint(let a), .uint(let b)): CELOrder(a, b)
    case (.double(let a), .double(let b)): CELOrder(a, b)
    case (.int(let a), .uint(let b)): a < 0 ? .less : CELOrder(UInt64(a), b)
    case (.uint(let a), .int(let b)): b < 0 ? .greater : CELOrder(a, UInt64(b))
    case (.int(let a), .double(let b)): CELValue.order(a, b)
    case (.double(let a), .int(let b)): CELValue.order(b, a).reversed
    case (.uint(let a), .double(let b)): CELValue.order(a, b)
    case (.double(let a), .uint(let b)): CELValue.order(b, a).reversed
    default: nil
    }
  }

  /// Compares without rounding the integer, which a conversion to double would do.
  ///
  /// The double next to the greatest integer, 2^63 or 2^64, counts as that integer: the conformance
  /// tests have it so.
  private static func order<T: FixedWidthInteger>(_ a: T, _ b: Double) -> CELOrder {
    if b.isNaN { return .unordered }
    // As a double, the greatest integer is rounded up to 2^63 or 2^64.
    if b >= Double(T.max) { return b > Double(T.max) || a < T.max ? .less : .equal }
    if b < Double(T.min) { return .greater }
    let whole = T(b.rounded(.towardZero))
    if a != whole { return a < whole ? .less : .greater }
    return CELOrder(Double(whole), b)
  }
}

extension CELOrder {
  fileprivate var reversed: CELOrder {
    switch self {
    case .less: .greater
    case .greater: .less
    default: self
    }
  }
}
