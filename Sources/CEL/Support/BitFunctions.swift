// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The shifts of the `math` library, which treat the number as 64 bits without a sign.
enum BitFunctions {
  /// Returns the bits moved to the left; a distance of 64 or more leaves none.
  static func shiftLeft(_ bits: UInt64, by distance: Int64) throws(FunctionFailure) -> UInt64 {
    guard distance >= 0 else { throw .negativeShift(distance) }
    return distance < 64 ? bits << UInt64(distance) : 0
  }

  /// Returns the bits moved to the right with zeros coming in, also for negative numbers.
  static func shiftRight(_ bits: UInt64, by distance: Int64) throws(FunctionFailure) -> UInt64 {
    guard distance >= 0 else { throw .negativeShift(distance) }
    return distance < 64 ? bits >> UInt64(distance) : 0
  }
}
