// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// How a node is written.
package enum YAMLStyle: UInt8, Sendable, CaseIterable {
  /// A scalar without quotes.
  case plain
  /// A scalar in single quotes.
  case singleQuoted
  /// A scalar in double quotes.
  case doubleQuoted
  /// A scalar after `|` that keeps its line breaks.
  case literal
  /// A scalar after `>` whose lines are joined.
  case folded
  /// A collection by indentation.
  case block
  /// A collection in brackets or braces.
  case flow
}
