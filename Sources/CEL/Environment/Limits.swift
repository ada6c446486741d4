// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// What an expression may take, so that a hostile catalog cannot hang or crash an assessment.
package struct Limits: Sendable, Hashable {
  /// The largest expression in bytes; default 100,000.
  package var sourceSize = 100_000
  /// The number of expressions, brackets, calls and ternaries inside each other; default 48.
  ///
  /// Chains of `&&` or `||` do not nest: `a && b && c` counts once. One level takes up to 8 KiB of
  /// stack, to explain a run of `!`, and the smallest thread stack has 512 KiB.
  package var nesting = 48
  /// The number of macros with variables inside each other; default 24.
  package var macroNesting = 24
  /// The cost of one evaluation in units; default 10,000,000, about a tenth of a second.
  ///
  /// `FunctionCost` says what a unit is.
  package var cost = 10_000_000
  /// The number of errors reported for one expression; default 20.
  package var reportedErrors = 20

  /// The limits for catalogs.
  package static let `default` = Limits()

  package init() {}
}
