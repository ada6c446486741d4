// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A parsed expression.
package struct SyntaxTree: Sendable {
  /// The text that was parsed.
  package let source: EmbeddedText
  /// The nodes; a node comes after its children.
  package var nodes: [Expression]
  /// The whole expression.
  package var root: Expression.ID

  package subscript(id: Expression.ID) -> Expression { nodes[id] }

  /// Returns the text of a node as written.
  package func text(of id: Expression.ID) -> String {
    String(decoding: source.utf8[nodes[id].range.bytes], as: UTF8.self)
  }
}

extension Expression.Kind {
  /// The children in the order in which they are written.
  package var children: [Expression.ID] {
    switch self {
    case .literal, .identifier: []
    case .select(let select), .has(let select): [select.operand]
    case .index(let operand, let index, _): [operand, index]
    case .call(let call): (call.target.map { [$0] } ?? []) + call.arguments
    case .logical(_, let operands): operands
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .message(_, let fields): fields.map(\.value)
    case .comprehension(let macro):
      [macro.target] + (macro.condition.map { [$0] } ?? []) + [macro.body]
    case .bind(_, let value, let body): [value, body]
    case .optionalMap(let target, _, let body, _): [target, body]
    }
  }
}
