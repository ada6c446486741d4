// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

/// A value of the expression language: 16 bytes, immutable, cheap to copy.
///
/// Its equality is CEL's: numbers of different types are equal when they are the same number, and
/// NaN is unequal to itself. Use `isIdentical(to:)` to compare types as well.
package enum CELValue: Sendable {
  /// The absence of a value.
  case null
  /// A truth value.
  case bool(Bool)
  /// A signed number of 64 bits.
  case int(Int64)
  /// An unsigned number of 64 bits.
  case uint(UInt64)
  /// An IEEE 754 number of 64 bits.
  case double(Double)
  /// Unicode text.
  case string(CELString)
  /// Octets.
  case bytes(CELBytes)
  /// Values in order.
  case list(CELList)
  /// Values by key.
  case map(CELMap)
  /// An object with declared fields.
  case record(CELRecord)
  /// A point in time of the years 1 to 9999.
  case timestamp(Instant)
  /// A length of time.
  case duration(CELDuration)
  /// A type as a value.
  case type(CELType)
  /// A value that may be absent.
  case optional(CELOptional)
  /// A value of a type that a library defines, such as an IP address.
  case opaque(CELOpaque)
}

/// A length of time in nanoseconds: at most about 292 years.
package struct CELDuration: Sendable, Hashable, Comparable {
  /// The nanoseconds, negative for a step back in time.
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  package static func < (a: CELDuration, b: CELDuration) -> Bool {
    a.nanoseconds < b.nanoseconds
  }
}

/// A value that may be absent.
package final class CELOptional: Sendable {
  /// The value, `nil` when absent.
  package let value: CELValue?

  /// The absent value.
  package static let absent = CELOptional(nil)

  package init(_ value: CELValue?) {
    self.value = value
  }
}

/// Octets.
package final class CELBytes: Sendable {
  /// The octets in order.
  package let octets: [UInt8]

  package init(_ octets: some Sequence<UInt8>) {
    self.octets = Array(octets)
  }
}
