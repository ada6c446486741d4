// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// One node of a parsed expression. Children are numbers of nodes in the same `SyntaxTree`.
package struct Expression: Sendable {
  /// The number of a node in its tree.
  package typealias ID = Int

  /// What the node is.
  package var kind: Kind
  /// The bytes of the expression that the node was written as, without enclosing parentheses.
  package var range: SourceRange

  /// The kinds of node. Macros are nodes of their own, as written, not their expansion.
  package enum Kind: Sendable {
    case literal(CELValue)
    /// A name; rooted when written with a leading dot.
    case identifier(String, isRooted: Bool)
    case select(Select)
    /// `operand[index]`, or `operand[?index]`.
    case index(operand: ID, index: ID, isOptional: Bool)
    case call(Call)
    /// A chain of `&&` or `||`; at least two operands, none of them the same kind of chain.
    case logical(LogicalOperator, [ID])
    /// `condition ? then : otherwise`.
    case conditional(condition: ID, then: ID, otherwise: ID)
    case list([ListElement])
    case map([MapEntry])
    /// `Name{field: value}`, which no type of ours has; the checker says so.
    case message(name: String, fields: [MessageField])
    /// `has(operand.field)`.
    case has(Select)
    case comprehension(Comprehension)
    /// `cel.bind(name, value, body)`.
    case bind(Variable, value: ID, body: ID)
    /// `target.optMap(name, body)`, or `target.optFlatMap(name, body)` when flat.
    case optionalMap(target: ID, Variable, body: ID, isFlat: Bool)
  }

  /// `operand.field` or `operand.?field`.
  package struct Select: Sendable {
    package var operand: ID
    package var field: String
    package var fieldRange: SourceRange
    package var isOptional: Bool
  }

  /// A function or operator with its arguments.
  package struct Call: Sendable {
    /// The name, such as `size`, `_+_` or, for a qualified call, `size` with a target.
    package var function: String
    package var functionRange: SourceRange
    package var target: ID?
    package var arguments: [ID]
    /// Whether the name was written with a leading dot.
    package var isRooted = false
  }

  package enum LogicalOperator: String, Sendable {
    case and = "&&"
    case or = "||"
  }

  /// One element of a list literal; `[?x]` leaves an absent one out.
  package struct ListElement: Sendable {
    package var value: ID
    package var isOptional: Bool
  }

  /// One entry of a map literal; `{?k: v}` leaves an absent one out.
  package struct MapEntry: Sendable {
    package var key: ID
    package var value: ID
    package var isOptional: Bool
  }

  package struct MessageField: Sendable {
    package var name: String
    package var nameRange: SourceRange
    package var value: ID
    package var isOptional: Bool
  }

  /// A variable that a macro declares.
  package struct Variable: Sendable {
    package var name: String
    package var range: SourceRange
  }

  /// A macro that walks through a list or map.
  package struct Comprehension: Sendable {
    package enum Macro: Sendable {
      case all, exists, existsOne, filter, map, transformList, transformMap, transformMapEntry,
        sortBy
    }

    package var macro: Macro
    /// The name as written: `exists_one` or `existsOne`.
    package var name: String
    package var nameRange: SourceRange
    /// The list or map.
    package var target: ID
    /// The element or, with a second variable, the index or key.
    package var first: Variable
    /// The element or the value.
    package var second: Variable?
    /// The condition of `map` and `transform…` with a filter.
    package var condition: ID?
    /// The condition of the others, or what an element becomes.
    package var body: ID
  }
}
