// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// How much a trace shows.
package struct TraceOptions: Sendable, Hashable {
  /// The number of elements shown for one quantifier; default 3.
  package var elements = 3
  /// The number of characters of a value; default 200.
  package var valueLength = 200
  /// The number of steps in all; what is beyond is left out; default 500.
  package var steps = 500

  package init() {}
}
