// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Which requirements of a law or standard are assessed, and how.
package struct RequirementCoverage: Sendable {
  /// A requirement of another register that a crosswalk links to this one, with what assesses it.
  package struct Link: Sendable {
    /// The requirement that has the link.
    package let requirement: Requirement
    /// How it compares with the one linked to.
    package let relation: Requirement.Relation
    /// The controls that cite the requirement that has the link.
    package let controls: [Control]
  }

  /// One requirement with what assesses it.
  package struct Row: Sendable {
    /// The requirement.
    package let requirement: Requirement
    /// The controls that cite it, in the order of the library.
    package let controls: [Control]
    /// The assessed requirements of other registers whose crosswalk names it.
    package let links: [Link]
    /// Why it needs no control; `nil` when it does.
    package let exemption: LocalizedText?

    /// Whether a control cites it, a crosswalk leads to it, or it is said why none needs to.
    package var isCovered: Bool { !controls.isEmpty || !links.isEmpty || exemption != nil }
  }

  /// The requirements in the order of the law or standard.
  package let rows: [Row]

  /// Creates the coverage of one register of a library.
  package init(of register: RequirementRegister, in library: ControlLibrary) {
    let citing = Self.citing(library)
    let links = Self.links(to: register, in: library, citing: citing)
    let reasons = Dictionary(
      library.exemptions.map { ($0.requirement, $0.reason) }, uniquingKeysWith: { a, _ in a })
    rows = register.requirements.map {
      Row(
        requirement: $0, controls: citing[$0.id] ?? [], links: links[$0.id] ?? [],
        exemption: reasons[$0.id])
    }
  }

  /// The number of requirements that are covered.
  package var covered: Int { rows.count { $0.isCovered } }

  private static func citing(_ library: ControlLibrary) -> [RequirementID: [Control]] {
    var citing: [RequirementID: [Control]] = [:]
    for control in library.controls {
      for id in Set(control.requirements.map(\.id)) { citing[id, default: []].append(control) }
    }
    return citing
  }

  private static func links(
    to register: RequirementRegister, in library: ControlLibrary,
    citing: [RequirementID: [Control]]
  ) -> [RequirementID: [Link]] {
    var links: [RequirementID: [Link]] = [:]
    for requirement in library.registers.flatMap(\.requirements) {
      guard let controls = citing[requirement.id] else { continue }
      for relation in requirement.related where relation.id.register == register.id {
        links[relation.id, default: []].append(
          Link(requirement: requirement, relation: relation, controls: controls))
      }
    }
    return links
  }
}
