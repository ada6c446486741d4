// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology
package import ControlCatalog
package import EvidenceModel

/// All that an assessment came to, before scores.
package struct AssessmentResult: Sendable {
  /// What was assessed.
  package let scope: AssessmentScope
  /// By which controls.
  package let selection: ControlSelection
  /// As of when.
  package let asOf: Instant
  /// The evidence by asset.
  package let bundles: [String: Bundle]
  /// The results, in the order of the controls and of the assets.
  package let controls: [ControlResult]

  /// Judges every selected control for every asset of its subject.
  ///
  /// - Parameters:
  ///   - types: the types that collectors declare, by collector.
  package init(
    scope: AssessmentScope, selection: ControlSelection, library: ControlLibrary, asOf: Instant,
    bundles: [Bundle], answers: AnswerBook, collectors: [CollectorDescription]
  ) {
    self.scope = scope
    self.selection = selection
    self.asOf = asOf
    self.bundles = Dictionary(bundles.map { ($0.asset, $0) }, uniquingKeysWith: { a, _ in a })
    let evaluator = ControlEvaluator(
      AssessmentContext(asOf: asOf, facts: scope.facts, factNames: library.facts.map(\.id)))
    let inputs = CollectedInputs(
      observations: self.bundles.mapValues(\.observations),
      types: Dictionary(
        collectors.map { ($0.id, $0.output) }, uniquingKeysWith: { a, _ in a }),
      answers: answers)
    controls = selection.controls.flatMap { selected in
      let assets = scope.assets.filter { $0.kind == selected.control.subject }
      return assets.isEmpty
        ? [ControlResult(withoutAsset: selected, in: scope)]
        : assets.map { evaluator.evaluate(selected, for: $0, inputs: inputs) }
    }
  }
}

extension ControlResult {
  /// The result of a control whose subject the scope does not have: nobody has looked.
  fileprivate init(withoutAsset selected: SelectedControl, in scope: AssessmentScope) {
    self.init(
      control: selected.control, asset: scope.assets[0], outcome: .notReviewed,
      applicability: AssessmentMessages.noAsset(of: selected.control.subject),
      parameters: selected.parameters, checks: [])
  }
}
