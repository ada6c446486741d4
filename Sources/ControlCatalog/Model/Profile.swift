// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics
package import YAMLTree

/// A selection of controls with values for their parameters.
package struct Profile: Sendable {
  /// A control that is left out, and why.
  package struct Exclusion: Sendable {
    /// The control.
    package let control: String
    /// Why it is left out.
    package let reason: LocalizedText
    /// Where that is said.
    package let span: SourceSpan
  }

  /// A value for a parameter of a control.
  package struct Setting: Sendable {
    /// The control.
    package let control: String
    /// The parameter's name.
    package let parameter: String
    /// The value.
    package let value: CELValue
    /// The value as written, for people.
    package let text: String
    /// Where it is set.
    package let span: SourceSpan
  }

  /// The name.
  package let id: String
  /// The title.
  package let title: LocalizedText
  /// Who it is for.
  package let description: LocalizedText
  /// The profiles whose selection and settings it takes over.
  package let inherits: [Located<String>]
  /// The catalogs that it takes whole.
  package let catalogs: [Located<String>]
  /// The controls that it takes one by one.
  package let controls: [Located<String>]
  /// Whether checks that ask a person are left out.
  package let isAutomatedOnly: Bool
  /// The controls that it leaves out.
  package let exclusions: [Exclusion]
  /// The values that it sets.
  package let settings: [Setting]
}
