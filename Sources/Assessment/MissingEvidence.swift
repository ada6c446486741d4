// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import Diagnostics
import EvidenceModel

/// What a check comes to when its rule cannot be decided for want of evidence.
struct MissingEvidence {
  let outcome: Outcome
  let reason: LocalizedText

  /// - Parameters:
  ///   - inputs: the evidence that the rule missed.
  ///   - lacksFact: whether the rule hangs on an unknown fact of the organisation as well.
  init(_ inputs: [EvidenceInput], of check: Check, lacksFact: Bool) {
    let statuses = inputs.compactMap { input in
      if case .missing(let status, let reason, _) = input { (status, reason) } else { nil }
    }
    // What could not be read outweighs what is not there: the absence alone does not decide.
    if let (status, reason) = statuses.first(where: { $0.0 == .failed || $0.0 == .timedOut }) {
      outcome = .error
      self.reason = reason ?? AssessmentMessages.notCollected(status)
    } else if let (status, reason) = statuses.first(where: { $0.0 != .absent }) {
      outcome = .notReviewed
      self.reason = reason ?? AssessmentMessages.notCollected(status)
    } else if statuses.isEmpty || lacksFact {
      // What absence means is not asked where the fact may decide otherwise.
      outcome = .notReviewed
      reason = AssessmentMessages.factUnknown
    } else {
      outcome = Outcome(check.onAbsent)
      reason = statuses[0].1 ?? AssessmentMessages.notCollected(.absent)
    }
  }
}

extension Outcome {
  /// The outcome that a check's author gives to absence.
  init(_ absence: Check.Absence) {
    switch absence {
    case .fail: self = .fail
    case .pass: self = .pass
    case .notApplicable: self = .notApplicable
    case .notReviewed: self = .notReviewed
    }
  }
}
