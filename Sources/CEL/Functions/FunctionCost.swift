// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// What a call costs in units, charged before the computation starts.
///
/// One unit is about the time of reading a variable; cel-go's scale, so that its users' experience
/// with limits holds.
package enum FunctionCost: Sendable {
  /// The same for all arguments.
  case constant(Int)
  /// One unit and one more for each ten bytes or elements of the arguments with these indexes.
  case traversal([Int])
  /// One unit and one more for each hundredth of the product of the sizes of two arguments.
  case product(Int, Int)
  /// Computed from the arguments; must be at least one and itself take constant time. Give it to
  /// functions whose result can be larger than their arguments, so that the limit precedes the work.
  case computed(@Sendable ([CELValue]) -> Int)

  /// One unit.
  package static let one = FunctionCost.constant(1)
}

extension FunctionCost {
  /// Returns the units of a call with these arguments.
  func units(_ arguments: [CELValue]) -> Int {
    switch self {
    case .constant(let units): units
    case .traversal(let indexes): indexes.reduce(1) { $0 + arguments[$1].traversalSize / 10 }
    case .product(let a, let b):
      1 + arguments[a].traversalSize * arguments[b].traversalSize / 100
    case .computed(let units): max(1, units(arguments))
    }
  }
}

extension CELValue {
  /// The size that a traversal is charged for: bytes, octets, elements or entries.
  package var traversalSize: Int {
    switch self {
    case .string(let text): text.byteCount
    case .bytes(let bytes): bytes.octets.count
    case .list(let list): list.count
    case .map(let map): map.count
    default: 1
    }
  }
}
