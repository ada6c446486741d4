// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What evaluating an expression will cost, estimated before there are facts.
///
/// Advice and not a limit: the limit counts what an evaluation really costs.
package struct CostEstimate: Sendable, Hashable {
  /// The number of elements that a list or map of unknown size is taken to have.
  ///
  /// What a rule walks through twice on a host, such as users, mounts and ports, counts in tens; an
  /// estimate for thousands would warn of every pair of loops and soon be ignored.
  package static let assumedElements = 50
  /// The number of bytes that a text of unknown size is taken to have.
  package static let assumedBytes = 100

  /// The units, when collections and texts have the assumed sizes.
  package var units: Int
  /// The number of loops over collections of unknown size inside each other: 1 when the cost grows
  /// with the number of elements, 2 when with its square.
  package var degree: Int
  /// The innermost part of the expression that is most of the cost.
  package var dominating: SourceRange
}
