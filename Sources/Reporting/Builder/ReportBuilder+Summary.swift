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
      conclusion: conclusion(scorecard.conclusion),
      otherConclusions: scorecard.otherConclusions.map(conclusion),
      counts: Report.OutcomeCounts(results.map { Report.Outcome($0.outcome) }),
      checks: Report.OutcomeCounts(
        results.flatMap(\.checks).map { Report.Outcome($0.outcome) }),
      severities: Report.Severity.allCases.map { severity in
        Report.SeverityCount(
          severity: severity, findings: findings.count { $0.severity == severity })
      },
      topFindings: findings.prefix(5).map(\.id), notLookedAt: notLookedAt, notices: notices)
  }

  private func conclusion(_ conclusion: Conclusion) -> Report.Conclusion {
    let source = conclusion.rule.source
    let tally = conclusion.tally
    return Report.Conclusion(
      ruleID: source.id, ruleName: source.title, verdict: conclusion.verdict.name,
      grade: Report.Grade(conclusion.verdict.tone), rate: Report.Rate(tally.rate),
      coverage: Report.Rate(tally.coverage),
      score: conclusion.score?.text,
      inputs: Outcome.allCases.filter { tally[$0] > 0 }.map {
        Report.Figure(label: $0.label, value: tally[$0])
      },
      formula: BuilderMessages.formula(conclusion.rule), boundaryReadings: conclusion.readings,
      hazards: Report.HazardCount(found: conclusion.hazards.count, rectified: 0),
      source: LocalizedText(verbatim: source.source), standing: Report.Standing(source.standing))
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
