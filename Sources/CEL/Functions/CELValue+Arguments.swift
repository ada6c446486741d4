// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology

// The readers for implementations, whose arguments are known to have the declared types.
extension CELValue {
  /// The text of an argument declared as `string`.
  var string: CELString {
    if case .string(let value) = self { value } else { .empty }
  }

  /// The number of an argument declared as `int`.
  var int: Int64 { if case .int(let value) = self { value } else { 0 } }

  /// The number of an argument declared as `uint`.
  var uint: UInt64 { if case .uint(let value) = self { value } else { 0 } }

  /// The number of an argument declared as `double`.
  var double: Double { if case .double(let value) = self { value } else { 0 } }

  /// The truth value of an argument declared as `bool`.
  var bool: Bool { if case .bool(let value) = self { value } else { false } }

  /// The octets of an argument declared as `bytes`.
  var octets: [UInt8] { if case .bytes(let value) = self { value.octets } else { [] } }

  /// The list of an argument declared as one.
  var list: CELList { if case .list(let value) = self { value } else { .empty } }

  /// The map of an argument declared as one.
  var map: CELMap { if case .map(let value) = self { value } else { .empty } }

  /// The point in time of an argument declared as `timestamp`.
  var instant: Instant {
    if case .timestamp(let value) = self { value } else { Instant(seconds: 0) }
  }

  /// The nanoseconds of an argument declared as `duration`.
  var nanoseconds: Int64 { if case .duration(let value) = self { value.nanoseconds } else { 0 } }
}
