// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension YAMLNode: YAMLDecodable {
  /// Takes any node as it is.
  package init?(from node: YAMLNode, _ context: DecodingContext) { self = node }
}

extension EmbeddedText: YAMLDecodable {
  /// Reads a text with its places, such as a rule; a rule may look like a number or a boolean.
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard node.kind == .scalar, !node.isNull else {
      context.reportWrongType(node, expected: DecodingMessages.text)
      return nil
    }
    self = node.embeddedText
  }
}

extension Array: YAMLDecodable where Element: YAMLDecodable {
  /// Reads a list, without the elements that cannot be made.
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    self = context.list(node, of: Element.self)
    if node.kind != .sequence { return nil }
  }
}
