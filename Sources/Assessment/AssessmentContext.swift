// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Chronology
import ControlCatalog

/// What is the same for every control of an assessment.
package struct AssessmentContext: Sendable {
  /// The time as of which everything is judged.
  package let asOf: Instant
  /// The facts of the organisation that were given.
  package let facts: [String: CELValue]
  /// The names of all facts that rules may ask for.
  package let factNames: [String]

  package init(asOf: Instant, facts: [String: CELValue], factNames: [String]) {
    self.asOf = asOf
    self.facts = facts
    self.factNames = factNames
  }

  /// Returns the variables of a control's rules, but for the evidence and the answer of a check.
  ///
  /// A fact that was not given is unknown.
  func activation(for selected: SelectedControl, asset: Asset) -> Activation {
    var activation = Activation()
    for name in factNames {
      let variable = RuleVariables.fact(name)
      if let value = facts[name] {
        activation.bind(variable, value)
      } else {
        activation.bind(variable, unknown: variable)
      }
    }
    activation.bind(RuleVariables.asOf, .timestamp(asOf))
    activation.bind(RuleVariables.asset, asset.celValue)
    activation.bind(RuleVariables.parameters, parameters(of: selected))
    return activation
  }

  /// Returns the variable `params` of a control's rules.
  func parameters(of selected: SelectedControl) -> CELValue {
    let values = selected.parameters.map { ($0.parameter.name, $0.value) }
    return .record(
      RuleVariables.parametersType(of: selected.control.parameters),
      Dictionary(uniqueKeysWithValues: values))
  }
}
