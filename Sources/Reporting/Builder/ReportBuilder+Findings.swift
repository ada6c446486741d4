// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Chronology
import ControlCatalog
import Diagnostics
import RiskScoring

extension ReportBuilder {
  /// What was not met or could not be judged, the gravest first.
  var findings: [Report.Finding] {
    let hazards = Set(scorecard.conclusion.hazards)
    let found = assessment.controls.filter { $0.outcome.isFinding || $0.outcome == .error }
    let findings = found.map { finding($0, isHazard: hazards.contains($0.control.id)) }
    return findings.enumerated().sorted { a, b in
      let keys = (urgency(of: a.element), urgency(of: b.element))
      return keys.0 != keys.1 ? keys.0 > keys.1 : a.offset < b.offset
    }.map(\.element)
  }

  /// A number that is greater for what should be read first.
  private func urgency(of finding: Report.Finding) -> Int {
    let risk = risks[finding.id]?.value ?? 0
    let severity = Report.Severity.allCases.reversed().firstIndex(of: finding.severity)
    let place =
      severity.map {
        Report.Severity.allCases.reversed().distance(
          from: Report.Severity.allCases.reversed().startIndex, to: $0)
      } ?? 0
    return (finding.isMajorHazard ? 10_000 : 0) + place * 100 + risk
  }

  private func finding(_ result: ControlResult, isHazard: Bool) -> Report.Finding {
    let control = result.control
    let failing = result.checks.filter { $0.outcome != .pass && $0.outcome != .notApplicable }
    return Report.Finding(
      id: Self.findingID(of: result), controlID: control.id, assetID: result.asset.id,
      outcome: Report.Outcome(result.outcome), severity: Report.Severity(control.severity),
      riskLevel: risks[Self.findingID(of: result)].map { Report.Level($0.level) },
      isMajorHazard: isHazard, title: control.title, statement: control.statement,
      rationale: control.rationale, message: message(failing, result),
      requirements: control.requirements.compactMap { citation in
        library.requirement(citation.id).map { requirement in
          Report.RequirementReference(
            id: requirement.id.text,
            clause: BuilderMessages.clause(
              requirement, of: library.register(of: requirement.id)),
            title: requirement.title)
        }
      },
      checks: failing.map { checkRecord($0, of: result, withTrace: true) })
  }

  private func message(_ failing: [CheckResult], _ result: ControlResult) -> LocalizedText {
    let broken = failing.filter { $0.outcome == .fail || $0.outcome == .error }
    let texts = broken.map {
      $0.check.message ?? BuilderMessages.notMet($0.check.title, $0.outcome)
    }
    if texts.isEmpty {
      return result.applicability ?? BuilderMessages.notMet(result.control.title, result.outcome)
    }
    return LocalizedText(
      zh: texts.map(\.zh).joined(separator: "；"), en: texts.map(\.en).joined(separator: "; "))
  }

  /// The record of each control and asset.
  var records: [Report.ControlRecord] {
    assessment.controls.map { result in
      let isFinding = result.outcome.isFinding || result.outcome == .error
      return Report.ControlRecord(
        controlID: result.control.id, assetID: result.asset.id, title: result.control.title,
        outcome: Report.Outcome(result.outcome), severity: Report.Severity(result.control.severity),
        weight: result.control.weight, verdict: result.control.verdict.text,
        reason: result.applicability,
        requirementIDs: result.control.requirements.map(\.id.text),
        checks: result.checks.map { checkRecord($0, of: result, withTrace: false) },
        findingID: isFinding ? Self.findingID(of: result) : nil)
    }
  }

  private func checkRecord(
    _ check: CheckResult, of result: ControlResult, withTrace: Bool
  ) -> Report.CheckRecord {
    let rule = check.check.expectation.text
    let place = rule.span
    return Report.CheckRecord(
      id: check.check.id, title: check.check.title, method: Report.Method(check.check.method),
      outcome: Report.Outcome(check.outcome), question: check.check.question?.text,
      expectation: rule.text, position: "\(place.source.name):\(place.position.line)",
      reason: check.reason,
      trace: withTrace ? trace(of: check, result) : nil,
      answer: check.answer.map { Self.answer($0, to: check.check) },
      evidence: check.observations)
  }

  private func trace(of check: CheckResult, _ result: ControlResult) -> ReportTrace? {
    let origins = FactOrigins(check, of: result, in: assessment)
    return check.trace.map(TraceConverter(origin: origins.origin).convert)
  }

  private static func answer(_ answer: Answer, to check: Check) -> Report.Answer {
    let fields = check.question?.fields ?? []
    return Report.Answer(
      fields: answer.texts.compactMap { name, text in
        guard let field = fields.first(where: { $0.name == name }) else { return nil }
        return Report.AnswerField(
          label: field.label, value: BuilderMessages.answerValue(text, field))
      },
      answeredBy: answer.author, answeredOn: answer.date.description,
      validUntil: Self.lastDay(of: answer, check)?.description,
      note: answer.note.map { LocalizedText(verbatim: $0) },
      attachments: answer.attachments.map(\.path))
  }
}

extension Control.Verdict {
  /// The verdict as the catalog writes it.
  fileprivate var text: String {
    switch self {
    case .all: "all"
    case .any: "any"
    case .rule(let rule): rule.text.text
    }
  }
}
