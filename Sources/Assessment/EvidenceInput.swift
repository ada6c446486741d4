// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import ControlCatalog
package import Diagnostics
package import EvidenceModel

/// What a rule gets for one piece of evidence.
package enum EvidenceInput: Sendable {
  /// The evidence was collected.
  case value(CELValue, observation: String?)
  /// The evidence was not collected, with the reason for people.
  case missing(ObservationStatus, reason: LocalizedText?, observation: String?)
  /// The evidence was collected, but is not what its collector declares.
  case malformed(LocalizedText, observation: String?)

  /// The name of the observation that it comes from.
  package var observation: String? {
    switch self {
    case .value(_, let observation), .missing(_, _, let observation),
      .malformed(_, let observation):
      observation
    }
  }
}

/// What a rule gets for the answer to its question.
package enum AnswerInput: Sendable {
  /// There is an answer with all that was asked.
  case answered(Answer)
  /// There is an answer, but fields that must be there are not filled in.
  case incomplete(Answer, missing: [AnswerField])
  /// There is no answer.
  case unanswered
}

/// Finds what a check of a control needs for an asset.
package protocol CheckInputs: Sendable {
  /// Returns the evidence that a check reads.
  func evidence(_ evidence: Check.Evidence, of check: Check, in control: Control, for asset: Asset)
    -> EvidenceInput
  /// Returns the answer to a check's question.
  func answer(to check: Check, in control: Control, for asset: Asset) -> AnswerInput
}
