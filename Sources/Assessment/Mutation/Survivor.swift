// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Something in a rule whose change no example notices.
package struct Survivor: Sendable {
  /// What it is.
  package enum Kind: Sendable {
    /// No example brings the rule to a truth value.
    case undecided
    /// Nothing that was tried makes the rule false.
    case neverFails
    /// Nothing that was tried makes the rule true.
    case neverHolds
    /// A fact, with the ways in which it was changed.
    case fact(FactPath, [Mutation])
    /// An operand of `&&` or `||`, as written.
    case clause(String)

    /// Whether the rule is at fault, and not only its examples too few.
    package var isFault: Bool {
      if case .clause = self { false } else { true }
    }
  }

  /// What it is.
  package let kind: Kind
  /// Its place in the rule.
  package let span: SourceSpan
}
