// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A parameter of a control that was set to another value than the catalog's.
  package struct ParameterSetting: Codable, Hashable, Sendable {
    /// The control.
    package var controlID: String
    /// The parameter.
    package var name: String
    /// What it means.
    package var label: LocalizedText
    /// The value used.
    package var value: String
    /// The catalog's value.
    package var standard: String

    private enum CodingKeys: String, CodingKey {
      case name, label, value, standard
      case controlID = "control_id"
    }

    package init(
      controlID: String,
      name: String,
      label: LocalizedText,
      value: String,
      standard: String
    ) {
      self.controlID = controlID
      self.name = name
      self.label = label
      self.value = value
      self.standard = standard
    }
  }
}
