// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import ControlCatalog
import Diagnostics

/// Whether a control applies to an asset.
enum Applicability {
  /// It applies.
  case applies
  /// It is assessed as if it applied, because nobody said whether it does.
  case assumed(LocalizedText)
  /// It is not assessed: it does not apply, or its condition failed.
  case decided(Outcome, LocalizedText)

  init(_ condition: Rule?, _ activation: Activation) {
    guard let condition else {
      self = .applies
      return
    }
    switch condition.program.evaluate(activation) {
    case .value(let value) where value.boolValue == true: self = .applies
    case .value:
      self = .decided(.notApplicable, AssessmentMessages.notApplicable(condition.text.text))
    case .unknown(let unknowns):
      self = .assumed(AssessmentMessages.applicabilityUnknown(unknowns.evidence))
    case .error(let error):
      self = .decided(.error, AssessmentMessages.applicabilityFailed(error.message))
    }
  }

  /// What is to be said about a control that is assessed.
  var remark: LocalizedText? {
    switch self {
    case .applies: nil
    case .assumed(let remark), .decided(_, let remark): remark
    }
  }
}
