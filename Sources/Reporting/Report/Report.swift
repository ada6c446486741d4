// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What an assessment came to, with all that is needed to show it: the one source of every format.
///
/// Texts are in every language, so that one file renders in each. Dates are `2026-11-23`, instants
/// RFC 3339. Lists keep the order in which a reader meets them. Fields may be added within a schema
/// version; none changes its meaning.
package struct Report: Codable, Hashable, Sendable {
  /// The version of the layout that this program writes and reads.
  package static let currentSchemaVersion = 1

  /// The version of the layout.
  package var schemaVersion: Int
  /// What stands on the first page.
  package var cover: Cover
  /// Versions, authors, and what the report was made with.
  package var documentControl: DocumentControl
  /// Nature, validity and proper use of the report, one text a paragraph.
  package var statement: [LocalizedText]
  /// What a director reads.
  package var summary: Summary
  /// What was assessed.
  package var scope: Scope
  /// Against what it was assessed, and how.
  package var basis: Basis
  /// The result of each catalog.
  package var domains: [Domain]
  /// The result seen from each article of law and clause of a standard.
  package var requirements: [RequirementResult]
  /// What was not met, the gravest first.
  package var findings: [Finding]
  /// The risk register.
  package var risks: [Risk]
  /// What to do, the most urgent first; `nil` when a certifier leaves advice out.
  package var plan: [PlanItem]?
  /// Approved exceptions, those in effect and those that are not.
  package var waivers: [Waiver]
  /// What the report cannot say.
  package var limits: [Limitation]
  /// Who signs.
  package var signatures: [Signature]
  /// The record of each control and asset.
  package var controls: [ControlRecord]
  /// Every observation, answer and attachment.
  package var evidence: [EvidenceItem]
  /// The words of the report.
  package var glossary: [Term]

  private enum CodingKeys: String, CodingKey {
    case cover
    case statement
    case summary
    case scope
    case basis
    case domains
    case requirements
    case findings
    case risks
    case plan
    case waivers
    case limits
    case signatures
    case controls
    case evidence
    case glossary
    case schemaVersion = "schema_version"
    case documentControl = "document_control"
  }

  package init(
    schemaVersion: Int = Report.currentSchemaVersion,
    cover: Cover,
    documentControl: DocumentControl,
    statement: [LocalizedText] = [],
    summary: Summary,
    scope: Scope,
    basis: Basis,
    domains: [Domain] = [],
    requirements: [RequirementResult] = [],
    findings: [Finding] = [],
    risks: [Risk] = [],
    plan: [PlanItem]? = nil,
    waivers: [Waiver] = [],
    limits: [Limitation] = [],
    signatures: [Signature] = [],
    controls: [ControlRecord] = [],
    evidence: [EvidenceItem] = [],
    glossary: [Term] = []
  ) {
    self.schemaVersion = schemaVersion
    self.cover = cover
    self.documentControl = documentControl
    self.statement = statement
    self.summary = summary
    self.scope = scope
    self.basis = basis
    self.domains = domains
    self.requirements = requirements
    self.findings = findings
    self.risks = risks
    self.plan = plan
    self.waivers = waivers
    self.limits = limits
    self.signatures = signatures
    self.controls = controls
    self.evidence = evidence
    self.glossary = glossary
  }
}
