// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A value with its place, for checks that come after decoding.
package struct Located<Value> {
  /// The value.
  package var value: Value
  /// Where it is written.
  package var span: SourceSpan

  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Located: Sendable where Value: Sendable {}

extension Located: YAMLDecodable where Value: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard let value = Value(from: node, context) else { return nil }
    self.init(value, at: node.span)
  }
}
