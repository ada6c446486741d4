// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A value of a type that a library defines, such as an IP address or a version.
///
/// The expression language knows only its type, its equality and its text; everything else is a
/// function of the library.
package protocol OpaqueValue: Sendable {
  /// The type, an `abstract` one, such as `.abstract("net.IP", [])`.
  var celType: CELType { get }
  /// The text form, as `string(value)` and traces show it.
  var text: String { get }
  /// Whether another value of any type is equal.
  func isEqual(to other: any OpaqueValue) -> Bool
}

/// The box of an opaque value, which keeps `CELValue` at 16 bytes.
package final class CELOpaque: Sendable {
  /// The value.
  package let value: any OpaqueValue

  package init(_ value: any OpaqueValue) {
    self.value = value
  }
}
