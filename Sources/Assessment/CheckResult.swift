// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import ControlCatalog
package import Diagnostics

/// What one check came to for one asset, and why.
package struct CheckResult: Sendable {
  /// The check.
  package let check: Check
  /// What it came to.
  package let outcome: Outcome
  /// Why, when the rule's trace does not tell: evidence that is missing, an answer that is stale.
  package let reason: LocalizedText?
  /// How the rule came to its result; only for outcomes other than pass.
  package let trace: Trace?
  /// The names of the observations that the rule read.
  package let observations: [String]
  /// The answer that the rule read.
  package let answer: Answer?
}
