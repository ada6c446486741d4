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
  /// Computed from the arguments; must be at least one and itself take constant time. Give it to
  /// functions whose result can be larger than their arguments, so that the limit precedes the work.
  case computed(@Sendable ([CELValue]) -> Int)

  /// One unit.
  package static let one = FunctionCost.constant(1)
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
