// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Chronology
package import Diagnostics
package import EvidenceModel

/// Evidence for which a control is known to pass, or known not to.
package struct Example: Sendable {
  /// What the control must come to.
  package enum Expectation: String, Sendable, CaseIterable {
    /// The outcome is pass.
    case pass
    /// The outcome is fail or partial.
    case fail
  }

  /// What stands in the place of collected evidence.
  package enum Evidence: Sendable {
    /// The evidence was collected.
    case value(CELValue)
    /// The evidence was not collected.
    case missing(ObservationStatus)
  }

  /// What must come out.
  package let expectation: Expectation
  /// What is special about it.
  package let name: LocalizedText
  /// The evidence by the name of its variable.
  package let evidence: [String: Evidence]
  /// The values of the answers, by check.
  package let answers: [String: CELValue]
  /// The checks that fail, all others passing; `nil` when that is left open.
  package let failingChecks: Set<String>?
  /// Parameters other than their defaults.
  package let parameters: [String: CELValue]
  /// Facts of the organisation.
  package let facts: [String: CELValue]
  /// The time of the assessment.
  package let asOf: Instant
  /// Where it is defined.
  package let span: SourceSpan
}
