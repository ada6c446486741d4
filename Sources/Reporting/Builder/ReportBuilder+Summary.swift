// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import Diagnostics
import EvidenceModel
import RiskScoring

extension ReportBuilder {
  /// What a director reads.
  func summary(_ findings: [Report.Finding]) -> Report.Summary {
    let results = assessment.controls
    return Report.Summary(
      conclusion: conclusion,
      counts: Report.OutcomeCounts(results.map { Report.Outcome($0.outcome) }),
      checks: Report.OutcomeCounts(
        results.flatMap(\.checks).map { Report.Outcome($0.outcome) }),
      severities: Report.Severity.allCases.map { severity in
        Report.SeverityCount(
          severity: severity, findings: findings.count { $0.severity == severity })
      },
      topFindings: findings.prefix(5).map(\.id), notLookedAt: notLookedAt, notices: notices)
  }

  private var conclusion: Report.Conclusion {
    let conclusion = scorecard.conclusion
    let rule = conclusion.rule
    let tally = conclusion.tally
    let name =
      rule.names[conclusion.verdict] ?? LocalizedText(verbatim: conclusion.verdict.rawValue)
    return Report.Conclusion(
      ruleID: rule.source.id, ruleName: rule.source.title, verdict: name,
      grade: Report.Grade(conclusion.verdict), rate: Report.Rate(tally.rate),
      coverage: Report.Rate(tally.coverage),
      inputs: Outcome.allCases.filter { tally[$0] > 0 }.map {
        Report.Figure(label: $0.label, value: tally[$0])
      },
      formula: BuilderMessages.formula(rule), boundaryReadings: boundaryReadings,
      hazards: Report.HazardCount(found: conclusion.hazards.count, rectified: 0),
      source: LocalizedText(verbatim: rule.source.source),
      standing: Report.Standing(rule.source.standing))
  }

  /// How the rule was read where its source is silent, the case at hand first.
  private var boundaryReadings: [LocalizedText] {
    let rule = scorecard.conclusion.rule
    let cases = RateBands.OpenCase.allCases.sorted { a, _ in a == scorecard.conclusion.openCase }
    return cases.compactMap { rule.readings[$0]?.note }
  }

  /// What the assessment leaves open, in short.
  private var notLookedAt: [LocalizedText] {
    var texts: [LocalizedText] = []
    let questions = assessment.selection.omittedQuestions.values.reduce(0) { $0 + $1.count }
    if questions > 0 { texts.append(BuilderMessages.omittedQuestions(questions)) }
    let unanswered = assessment.controls.flatMap(\.checks).filter {
      !$0.check.isAutomated && $0.outcome == .notReviewed
    }
    if !unanswered.isEmpty { texts.append(BuilderMessages.openQuestions(unanswered.count)) }
    let selected = Set(assessment.selection.controls.map(\.control.catalog))
    let others = library.catalogs.filter { !selected.contains($0.id) }
    if !others.isEmpty { texts.append(BuilderMessages.otherCatalogs(others.map(\.title))) }
    return texts
  }

  private var notices: [Report.Notice] {
    var notices: [Report.Notice] = []
    let unprivileged = assessment.bundles.values.filter { $0.host.isLive && !$0.host.isPrivileged }
    let denied = assessment.bundles.values.flatMap(\.observations).filter { $0.status == .denied }
    if !unprivileged.isEmpty {
      notices.append(
        Report.Notice(kind: .warning, text: BuilderMessages.notPrivileged(denied.count)))
    } else if !denied.isEmpty {
      notices.append(Report.Notice(kind: .warning, text: BuilderMessages.denied(denied.count)))
    }
    let stored = assessment.bundles.values.filter { !$0.host.isLive }.map(\.asset).sorted()
    if !stored.isEmpty {
      notices.append(Report.Notice(kind: .information, text: BuilderMessages.storedFiles(stored)))
    }
    let hazards = scorecard.conclusion.hazards
    if !hazards.isEmpty {
      notices.append(Report.Notice(kind: .warning, text: BuilderMessages.hazards(hazards)))
    }
    return notices
  }
}
