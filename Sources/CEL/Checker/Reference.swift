// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// What a name in an expression stands for.
enum Reference: Sendable {
  /// A variable of the environment, by its full name.
  case variable(String)
  /// A variable of a macro, by its slot.
  case local(Int)
  /// A type as a value.
  case type(CELType)
  /// A function with the overloads that may fit. A qualified function has no receiver although it
  /// was written with one.
  case function([Overload], isQualified: Bool)
  /// Nothing that is known.
  case none
}

/// An expression whose names and types are settled.
struct CheckedTree: Sendable {
  var tree: SyntaxTree
  /// The type of each node.
  var types: [CELType]
  /// What each name and call stands for.
  var references: [Reference]
  /// The slots of the variables that each macro declares.
  var slots: [Expression.ID: [Int]] = [:]
  /// The number of slots that macros need at a time.
  var slotCount = 0
}
