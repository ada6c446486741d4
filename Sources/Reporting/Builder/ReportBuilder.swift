// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import CEL
import Chronology
package import ControlCatalog
import Diagnostics
package import EvidenceModel
package import RiskScoring

/// Makes a report from a scored assessment.
///
/// The result depends on nothing but its input: the same evidence gives the same bytes.
package struct ReportBuilder: Sendable {
  /// The assessment with its scores.
  let scorecard: Scorecard
  /// The laws and catalogs that it was made with.
  let library: ControlLibrary
  /// The collectors that were there, by name.
  let collectors: [String: CollectorDescription]
  /// The version of the program.
  let toolVersion: String
  /// How soon each control's findings are due, by control.
  let risks: [String: RiskRating]

  package init(
    _ scorecard: Scorecard, library: ControlLibrary, collectors: [CollectorDescription],
    toolVersion: String
  ) {
    self.scorecard = scorecard
    self.library = library
    self.collectors = Dictionary(
      collectors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.toolVersion = toolVersion
    risks = Dictionary(
      scorecard.risks.entries.map { (Self.findingID(of: $0.result), $0.rating) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The report.
  package var report: Report {
    let findings = self.findings
    return Report(
      cover: cover, documentControl: documentControl, statement: BuilderMessages.statement,
      summary: summary(findings), scope: scope, basis: basis, domains: domains,
      requirements: requirementResults, findings: findings, risks: riskEntries, plan: plan,
      limits: limits, signatures: Self.signatures, controls: records, evidence: evidence,
      glossary: library.glossary.map { Report.Term(term: $0.term, meaning: $0.meaning) })
  }

  /// The assessment.
  var assessment: AssessmentResult { scorecard.assessment }

  /// The name of the finding that a result makes.
  static func findingID(of result: ControlResult) -> String {
    "\(result.control.id)@\(result.asset.id)"
  }

  private static let signatures = [Report.Role.author, .reviewer, .approver].map {
    Report.Signature(role: $0)
  }

  private var cover: Report.Cover {
    let days = assessment.bundles.values.map(\.collectedAt).sorted()
    let level = assessment.scope.facts["mlps_level"]?.intValue.map { Int($0) }
    return Report.Cover(
      kind: .selfAssessment, number: number, organization: assessment.scope.organization,
      systems: assessment.scope.assets.filter { $0.kind == .system }.map(\.name),
      protectionLevel: level, periodStart: days.first?.dateInChina.description,
      periodEnd: days.last?.dateInChina.description,
      issuedOn: assessment.asOf.dateInChina.description, state: .draft,
      confidentiality: BuilderMessages.confidentiality)
  }

  /// A number that tells reports with other evidence, profile or day apart.
  private var number: String {
    let day = assessment.asOf.dateInChina.description.filter { $0 != "-" }
    let digests = assessment.bundles.sorted { $0.key < $1.key }.map(\.value.digest)
    let outcomes = assessment.controls.map { "\(Self.findingID(of: $0))=\($0.outcome.rawValue)" }
    let text = ([assessment.selection.profile.id] + digests + outcomes).joined(separator: "\n")
    return "PL-\(day)-\(SHA256Digest.hexadecimal(of: Array(text.utf8)).prefix(8).uppercased())"
  }

  private var documentControl: Report.DocumentControl {
    let profile = assessment.selection.profile
    let used = Set(assessment.selection.controls.map(\.control.catalog))
    return Report.DocumentControl(
      toolVersion: toolVersion,
      catalogs: library.catalogs.filter { used.contains($0.id) }.map {
        Report.CatalogReference(
          id: $0.id, title: $0.title, version: $0.version, digest: library.digests[$0.id] ?? "")
      },
      profile: Report.ProfileReference(
        id: profile.id, title: profile.title, controls: assessment.selection.controls.count),
      parameters: assessment.selection.controls.flatMap(Self.changedParameters))
  }

  private static func changedParameters(
    of selected: SelectedControl
  ) -> [Report.ParameterSetting] {
    selected.parameters.filter { $0.origin != .control }.map {
      Report.ParameterSetting(
        controlID: selected.control.id, name: $0.parameter.name, label: $0.parameter.label,
        value: $0.text, standard: $0.parameter.defaultText)
    }
  }

  private var scope: Report.Scope {
    Report.Scope(
      facts: library.facts.map { fact in
        Report.Fact(
          id: fact.id, question: fact.question,
          answer: assessment.scope.factTexts[fact.id].map { BuilderMessages.factAnswer($0) })
      },
      assets: assessment.scope.assets.map(asset),
      exclusions: assessment.selection.exclusions.map {
        Report.Exclusion(
          controlID: $0.control, title: library.control($0.control)?.title, reason: $0.reason)
      })
  }

  private func asset(_ asset: Asset) -> Report.Asset {
    let bundle = assessment.bundles[asset.id]
    let results = assessment.controls.filter { $0.asset.id == asset.id }
    return Report.Asset(
      id: asset.id, name: asset.name, kind: asset.kind.rawValue,
      importance: Report.Importance(rawValue: asset.importance.rawValue),
      access: BuilderMessages.access(asset.access),
      identity: bundle.map { BuilderMessages.identity($0.host) },
      collectedAt: bundle?.collectedAt.formatted(), digest: bundle?.digest,
      counts: results.isEmpty
        ? nil : Report.OutcomeCounts(results.map { Report.Outcome($0.outcome) }))
  }
}
