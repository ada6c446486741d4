// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel

/// Judges one check by its rule.
struct CheckEvaluator {
  let context: AssessmentContext
  /// The variables that all checks of the control share.
  let shared: Activation

  /// Judges a check on evidence.
  func evaluate(_ check: Check, evidence: [(Check.Evidence, EvidenceInput)]) -> CheckResult {
    var activation = shared
    for (item, input) in evidence {
      switch input {
      case .value(let value, _): activation.bind(item.name, value)
      case .missing: activation.bind(item.name, unknown: item.name)
      case .malformed(let reason, _): activation.bind(item.name, error: FunctionFailure(reason))
      }
    }
    let observations = evidence.compactMap(\.1.observation)
    let result = check.expectation.program.evaluate(activation)
    guard case .unknown(let unknowns) = result else {
      return judge(check, result, activation, observations: observations, answer: nil)
    }
    let missing = evidence.filter { unknowns.evidence.contains($0.0.name) }
    let names = Set(evidence.map(\.0.name))
    let verdict = MissingEvidence(
      missing.map(\.1), of: check, lacksFact: !names.isSuperset(of: unknowns.evidence))
    return CheckResult(
      check: check, outcome: verdict.outcome, reason: verdict.reason, trace: nil,
      observations: observations, answer: nil)
  }

  /// Judges a check that asks a person.
  func evaluate(_ check: Check, question: Question, input: AnswerInput) -> CheckResult {
    switch input {
    case .unanswered:
      return unread(check, .notReviewed, AssessmentMessages.unanswered, answer: nil)
    case .incomplete(let answer, let missing):
      return unread(
        check, .notReviewed, AssessmentMessages.incomplete(missing.map(\.label)), answer: answer)
    case .answered(let answer):
      if let (outcome, reason) = AnswerValidity.objection(
        to: answer, question: question, on: context.asOf.dateInChina)
      {
        return unread(check, outcome, reason, answer: answer)
      }
      var activation = shared
      activation.bind(RuleVariables.answer, answer.record)
      return judge(
        check, check.expectation.program.evaluate(activation), activation, observations: [],
        answer: answer)
    }
  }

  private func judge(
    _ check: Check, _ result: EvaluationResult, _ activation: Activation, observations: [String],
    answer: Answer?
  ) -> CheckResult {
    let outcome: Outcome
    switch result {
    case .value(let value): outcome = value.boolValue == true ? .pass : .fail
    case .error: outcome = .error
    case .unknown: outcome = .notReviewed
    }
    return CheckResult(
      check: check, outcome: outcome, reason: nil,
      trace: outcome == .pass ? nil : check.expectation.program.explain(activation),
      observations: observations, answer: answer)
  }

  private func unread(
    _ check: Check, _ outcome: Outcome, _ reason: LocalizedText, answer: Answer?
  ) -> CheckResult {
    CheckResult(
      check: check, outcome: outcome, reason: reason, trace: nil, observations: [], answer: answer)
  }
}
