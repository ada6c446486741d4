// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ControlCatalog
import Diagnostics

/// What changing the facts of a control's examples showed.
package struct MutationReport: Sendable {
  /// A rule of a control.
  package enum Place: Sendable, Hashable {
    /// The rule of a check.
    case check(String)
    /// When the control applies.
    case condition
    /// How the checks make the verdict.
    case verdict
  }

  /// The control.
  package let control: Control
  /// What decided no example, with the rule that it stands in.
  package private(set) var survivors: [(place: Place, survivor: Survivor)] = []
  /// The number of rules.
  package private(set) var rules = 0
  /// The number of changed facts that rules were evaluated with.
  package private(set) var mutants = 0

  init(control: Control) {
    self.control = control
  }

  mutating func add(_ result: (survivors: [Survivor], mutants: Int), _ place: Place) {
    survivors += result.survivors.map { (place, $0) }
    rules += 1
    mutants += result.mutants
  }
}
