// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import ControlCatalog

/// What an example is about: a control with its parameters, an asset, a time, an organisation.
struct ExampleSetting {
  let context: AssessmentContext
  let selected: SelectedControl
  let asset: Asset

  /// - Parameters:
  ///   - factNames: the names of all facts of the organisation.
  ///   - facts: facts in the place of those that the example gives.
  init(
    _ example: Example, of control: Control, factNames: [String],
    facts: [String: CELValue]? = nil
  ) {
    context = AssessmentContext(
      asOf: example.asOf, facts: facts ?? example.facts, factNames: factNames)
    selected = SelectedControl(
      control: control, checks: control.checks,
      parameters: control.parameters.map { parameter in
        ParameterValue(
          parameter: parameter, value: example.parameters[parameter.name] ?? parameter.defaultValue,
          text: parameter.defaultText, origin: .assessment, span: example.span)
      })
    asset = Asset(id: "example", name: example.name, kind: control.subject, access: .none)
  }

  /// The variables of the control's rules, but for the evidence and the answer of a check.
  var activation: Activation { context.activation(for: selected, asset: asset) }
}
