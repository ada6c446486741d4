// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The state of one evaluation.
struct Machine: ~Copyable {
  /// The values of the variables, in the order of the layout.
  let variables: UnsafePointer<CELValue>?
  /// The number of the layout; one that no cache knows when a variable has no value.
  let layoutIdentifier: UInt64
  /// The activation, for what is not in the fast path.
  let activation: UnsafePointer<Activation>
  /// Where the values of macro variables are: in a list, in a map or in `owned`; `nil` for one whose
  /// computation failed.
  let locals: UnsafeMutablePointer<UnsafePointer<CELValue>?>
  /// Values that are kept for as long as somebody points at them, by slot.
  let owned: UnsafeMutablePointer<CELValue>
  /// Why variables of `cel.bind` have no value, by slot.
  var failures: [Int: Stop] = [:]
  /// The units that are left; below zero the evaluation ends at the next loop or function.
  var remaining: Int
  /// The units at the start.
  let limit: Int

  /// Takes units away; throws when there are not as many.
  @inline(__always)
  mutating func charge(_ units: Int, _ range: SourceRange) throws(Stop) {
    let (rest, overflow) = remaining.subtractingReportingOverflow(units)
    if overflow || rest < 0 { throw exhausted(range) }
    remaining = rest
  }

  private mutating func exhausted(_ range: SourceRange) -> Stop {
    remaining = -1
    return Stop(reason: .costLimit(limit, range))
  }

  /// Makes a macro variable stand for a value that is stored for as long as the variable lives.
  @inline(__always)
  mutating func point(_ slot: Int, at value: UnsafePointer<CELValue>) {
    locals[slot] = value
  }

  /// Makes a macro variable stand for a computed value.
  @inline(__always)
  mutating func set(_ slot: Int, to value: CELValue) {
    owned[slot] = value
    locals[slot] = UnsafePointer(owned + slot)
  }

  /// Keeps a value in a slot and returns where it is.
  @inline(__always)
  mutating func keep(_ value: consuming CELValue, in slot: Int) -> UnsafePointer<CELValue> {
    owned[slot] = value
    return UnsafePointer(owned + slot)
  }
}
