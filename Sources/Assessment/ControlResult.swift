// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ControlCatalog
package import Diagnostics

/// What one control came to for one asset.
package struct ControlResult: Sendable {
  /// The control.
  package let control: Control
  /// The asset that it was assessed for.
  package let asset: Asset
  /// What it came to.
  package let outcome: Outcome
  /// Why it does not apply, or that it was assessed though its applicability is not known.
  package let applicability: LocalizedText?
  /// The parameters in force.
  package let parameters: [ParameterValue]
  /// What its checks came to, in the control's order.
  package let checks: [CheckResult]
}
