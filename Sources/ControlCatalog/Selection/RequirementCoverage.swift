// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Which requirements of a law or standard are assessed, and how.
package struct RequirementCoverage: Sendable {
  /// One requirement with what assesses it.
  package struct Row: Sendable {
    /// The requirement.
    package let requirement: Requirement
    /// The controls that cite it, in the order of the library.
    package let controls: [Control]
    /// Why it needs no control; `nil` when it does.
    package let exemption: LocalizedText?

    /// Whether a control cites it, or it is said why none needs to.
    package var isCovered: Bool { !controls.isEmpty || exemption != nil }
  }

  /// The requirements in the order of the law or standard.
  package let rows: [Row]

  /// Creates the coverage of one register of a library.
  package init(of register: RequirementRegister, in library: ControlLibrary) {
    var citing: [RequirementID: [Control]] = [:]
    for control in library.controls {
      for id in Set(control.requirements.map(\.id)) { citing[id, default: []].append(control) }
    }
    let reasons = Dictionary(
      library.exemptions.map { ($0.requirement, $0.reason) }, uniquingKeysWith: { a, _ in a })
    rows = register.requirements.map {
      Row(requirement: $0, controls: citing[$0.id] ?? [], exemption: reasons[$0.id])
    }
  }

  /// The number of requirements that are covered.
  package var covered: Int { rows.count { $0.isCovered } }
}
