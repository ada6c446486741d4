// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics

/// The value of a parameter in an assessment, with the layer that set it.
package struct ParameterValue: Sendable {
  /// Who set the value.
  package enum Origin: Sendable, Hashable {
    /// The control's own default.
    case control
    /// A profile.
    case profile(String)
    /// The assessment's `plumbline.yaml`.
    case assessment
  }

  /// The parameter.
  package let parameter: Parameter
  /// The value that rules see.
  package let value: CELValue
  /// The value as written, for people.
  package let text: String
  /// Who set it.
  package let origin: Origin
  /// Where it is written.
  package let span: SourceSpan

  package init(
    parameter: Parameter, value: CELValue, text: String, origin: Origin, span: SourceSpan
  ) {
    self.parameter = parameter
    self.value = value
    self.text = text
    self.origin = origin
    self.span = span
  }

  /// Creates the value that a parameter has unless somebody sets another.
  package init(defaultOf parameter: Parameter) {
    self.init(
      parameter: parameter, value: parameter.defaultValue, text: parameter.defaultText,
      origin: .control, span: parameter.span)
  }
}

/// A control as a profile selects it.
package struct SelectedControl: Sendable {
  /// The control.
  package let control: Control
  /// The checks that the profile keeps, in the control's order; at least one.
  package let checks: [Check]
  /// The parameters in force, in the control's order.
  package let parameters: [ParameterValue]

  package init(control: Control, checks: [Check], parameters: [ParameterValue]) {
    self.control = control
    self.checks = checks
    self.parameters = parameters
  }

  /// Creates the control as it stands, with all checks and its own defaults.
  package init(_ control: Control) {
    self.init(
      control: control, checks: control.checks,
      parameters: control.parameters.map(ParameterValue.init(defaultOf:)))
  }
}
