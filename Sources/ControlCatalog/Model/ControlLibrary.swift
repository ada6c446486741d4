// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// All that the program knows: laws, catalogs, controls, profiles, facts to ask.
package struct ControlLibrary: Sendable {
  /// The laws and standards, ordered by name.
  package let registers: [RequirementRegister]
  /// The catalogs, ordered by name.
  package let catalogs: [CatalogInfo]
  /// The controls, in the order of the catalogs.
  package let controls: [Control]
  /// The profiles, ordered by name.
  package let profiles: [Profile]
  /// The facts asked once, in the order asked.
  package let facts: [OrganizationFact]
  /// The requirements that no control needs to cite.
  package let exemptions: [CoverageExemption]
  /// The words of catalogs and reports.
  package let glossary: [GlossaryTerm]
  /// The SHA-256 of each catalog over its files, in hexadecimal, by the catalog's name.
  package let digests: [String: String]

  private let requirementIndex: [RequirementID: Requirement]
  private let controlIndex: [String: Int]

  package init(
    registers: [RequirementRegister], catalogs: [CatalogInfo], controls: [Control],
    profiles: [Profile], facts: [OrganizationFact],
    exemptions: [CoverageExemption] = [], glossary: [GlossaryTerm] = [], digests: [String: String]
  ) {
    self.registers = registers
    self.catalogs = catalogs
    self.controls = controls
    self.profiles = profiles
    self.facts = facts
    self.exemptions = exemptions
    self.glossary = glossary
    self.digests = digests
    requirementIndex = Dictionary(
      registers.flatMap(\.requirements).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    controlIndex = Dictionary(
      controls.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the requirement of a name.
  package func requirement(_ id: RequirementID) -> Requirement? { requirementIndex[id] }

  /// Returns the law or standard that a requirement is of.
  package func register(of id: RequirementID) -> RequirementRegister? {
    registers.first { $0.id == id.register }
  }

  /// Returns the control of a name.
  package func control(_ id: String) -> Control? { controlIndex[id].map { controls[$0] } }

  /// Returns the catalog of a name.
  package func catalog(_ id: String) -> CatalogInfo? { catalogs.first { $0.id == id } }

  /// Returns the profile of a name.
  package func profile(_ id: String) -> Profile? { profiles.first { $0.id == id } }
}
