// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
package import ControlCatalog
package import Diagnostics
import EvidenceModel

/// Runs the examples of controls, which are their tests.
package struct ExampleRunner: Sendable {
  /// What an example came to.
  package struct Result: Sendable {
    /// The control.
    package let control: Control
    /// The example.
    package let example: Example
    /// What the control came to.
    package let result: ControlResult
    /// Why the example does not hold; `nil` when it does.
    package let complaint: LocalizedText?
  }

  private let factNames: [String]

  package init(library: ControlLibrary) {
    factNames = library.facts.map(\.id)
  }

  /// Runs every example of a control in order.
  package func run(_ control: Control) -> [Result] {
    control.examples.map { run($0, of: control) }
  }

  private func run(_ example: Example, of control: Control) -> Result {
    let setting = ExampleSetting(example, of: control, factNames: factNames)
    let result = ControlEvaluator(setting.context).evaluate(
      setting.selected, for: setting.asset, inputs: ExampleInputs(example))
    return Result(
      control: control, example: example, result: result,
      complaint: complaint(about: result, example))
  }

  private func complaint(about result: ControlResult, _ example: Example) -> LocalizedText? {
    let isExpected =
      switch example.expectation {
      case .pass: result.outcome == .pass
      case .fail: result.outcome.isFinding
      }
    guard isExpected else {
      return AssessmentMessages.exampleOutcome(result.outcome, result.checks)
    }
    let failing = Set(result.checks.filter { $0.outcome == .fail }.map(\.check.id))
    guard let expected = example.failingChecks, expected != failing else { return nil }
    return AssessmentMessages.exampleFailures(expected.sorted(), failing.sorted())
  }
}

/// Gives the checks of a control what an example says.
private struct ExampleInputs: CheckInputs {
  private let example: Example

  init(_ example: Example) {
    self.example = example
  }

  func evidence(
    _ evidence: Check.Evidence, of check: Check, in control: Control, for asset: Asset
  ) -> EvidenceInput {
    switch example.evidence[evidence.name] {
    case .value(let value): .value(value, observation: nil)
    case .missing(let status): .missing(status, reason: nil, observation: nil)
    case nil: .missing(.unsupported, reason: AssessmentMessages.notInExample, observation: nil)
    }
  }

  func answer(to check: Check, in control: Control, for asset: Asset) -> AnswerInput {
    guard let record = example.answers[check.id] else { return .unanswered }
    return .answered(
      Answer(
        author: "example", date: example.asOf.dateInChina, note: nil, attachments: [],
        validUntil: nil, record: record, texts: [], span: example.span))
  }
}
