// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
package import ControlCatalog
import Diagnostics

/// Judges controls from what was collected and answered; touches nothing else.
package struct ControlEvaluator: Sendable {
  private let context: AssessmentContext

  package init(_ context: AssessmentContext) {
    self.context = context
  }

  /// Judges a control for an asset.
  package func evaluate(
    _ selected: SelectedControl, for asset: Asset, inputs: some CheckInputs
  ) -> ControlResult {
    let shared = context.activation(for: selected, asset: asset)
    let applicability = Applicability(selected.control.appliesWhen, shared)
    if case .decided(let outcome, let reason) = applicability {
      return result(selected, asset, outcome, reason, checks: [])
    }
    let evaluator = CheckEvaluator(context: context, shared: shared)
    let checks = selected.checks.map { check in
      switch check.input {
      case .evidence(let evidence):
        evaluator.evaluate(
          check,
          evidence: evidence.map {
            ($0, inputs.evidence($0, of: check, in: selected.control, for: asset))
          })
      case .question(let question):
        evaluator.evaluate(
          check, question: question,
          input: inputs.answer(to: check, in: selected.control, for: asset))
      }
    }
    return result(selected, asset, verdict(selected, checks), applicability.remark, checks: checks)
  }

  private func verdict(_ selected: SelectedControl, _ checks: [CheckResult]) -> Outcome {
    let outcomes = OutcomeSet(checks.map(\.outcome))
    switch selected.control.verdict {
    case .all: return outcomes.outcome(.all)
    case .any: return outcomes.outcome(.any)
    case .rule(let rule):
      // Left-out questions and checks that do not apply count as not holding.
      if outcomes == OutcomeSet(.notApplicable) { return .notApplicable }
      var activation = Activation()
      for check in selected.control.checks { activation.bind(check.id, .bool(false)) }
      for result in checks { result.outcome.bind(result.check.id, in: &activation) }
      switch rule.program.evaluate(activation) {
      case .value(let value): return value.boolValue == true ? .pass : .fail
      case .unknown: return outcomes.contains(OutcomeSet(.notReviewed)) ? .notReviewed : .stale
      case .error: return .error
      }
    }
  }

  private func result(
    _ selected: SelectedControl, _ asset: Asset, _ outcome: Outcome, _ remark: LocalizedText?,
    checks: [CheckResult]
  ) -> ControlResult {
    ControlResult(
      control: selected.control, asset: asset, outcome: outcome, applicability: remark,
      parameters: selected.parameters, checks: checks)
  }
}

extension Outcome {
  /// Binds a check's name in the rule that makes a control's verdict.
  fileprivate func bind(_ name: String, in activation: inout Activation) {
    switch self {
    case .pass: activation.bind(name, .bool(true))
    case .fail, .partial, .notApplicable: activation.bind(name, .bool(false))
    case .notReviewed, .stale: activation.bind(name, unknown: name)
    case .error: activation.bind(name, error: FunctionFailure(label))
    }
  }
}
