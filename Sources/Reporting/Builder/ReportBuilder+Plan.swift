// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import Diagnostics
import EvidenceModel
import RiskScoring

extension ReportBuilder {
  /// What to do, the most urgent first.
  var plan: [Report.PlanItem] {
    scorecard.plan.measures.enumerated().map { index, measure in
      let control = measure.item.control
      return Report.PlanItem(
        id: "M-\(index + 1)", priority: measure.priority.rawValue, action: control.remediation.text,
        effort: Report.Effort(control.remediation.effort), controlIDs: [control.id],
        findingIDs: measure.findings.map(Self.findingID),
        assetIDs: measure.findings.map(\.asset.id),
        gain: 1, isDeferrable: control.isDeferrable)
    }
  }

  /// The risk register.
  var riskEntries: [Report.Risk] {
    let source = scorecard.risks.method.source
    return scorecard.risks.entries.map { entry in
      Report.Risk(
        findingID: Self.findingID(of: entry.result), assetID: entry.result.asset.id,
        threat: entry.result.control.risk.threat, likelihood: entry.rating.likelihoodLevel,
        loss: entry.rating.lossLevel, assetValue: entry.rating.inputs.assetValue,
        level: Report.Level(entry.rating.level), matrixID: source.id,
        standing: Report.Standing(source.standing))
    }
  }

  /// What the report cannot say.
  var limits: [Report.Limitation] {
    unreached + openControls + assumptions + interpretations
      + BuilderMessages.nature.map { Report.Limitation(kind: .nature, text: $0) }
  }

  /// Evidence that was asked for and not obtained, but for what is known not to exist.
  private var unreached: [Report.Limitation] {
    let observations = assessment.scope.assets.flatMap { asset in
      (assessment.bundles[asset.id]?.observations ?? []).map { (asset, $0) }
    }
    return observations.filter { $0.1.status != .collected && $0.1.status != .absent }
      .map { asset, observation in
        let isFailure = observation.status == .failed || observation.status == .timedOut
        return Report.Limitation(
          kind: isFailure ? .collectorFailed : .notReached,
          text: BuilderMessages.unreached(observation, of: asset))
      }
  }

  private var openControls: [Report.Limitation] {
    let open = scorecard.rollUp.items.filter { $0.outcome == .notReviewed }
    let stale = scorecard.rollUp.items.filter { $0.outcome == .stale }
    var limits: [Report.Limitation] = []
    if !open.isEmpty {
      limits.append(
        Report.Limitation(
          kind: .notReviewed, text: BuilderMessages.openControls(open.map(\.control.id))))
    }
    if !stale.isEmpty {
      limits.append(
        Report.Limitation(
          kind: .stale, text: BuilderMessages.staleControls(stale.map(\.control.id))))
    }
    return limits
  }

  private var assumptions: [Report.Limitation] {
    let assumed = assessment.controls.filter {
      $0.applicability != nil && $0.outcome != .notApplicable && !$0.checks.isEmpty
    }
    let ids = Set(assumed.map(\.control.id)).sorted()
    return ids.isEmpty
      ? [] : [Report.Limitation(kind: .assumption, text: BuilderMessages.assumed(ids))]
  }

  private var interpretations: [Report.Limitation] {
    let unverified = library.registers.flatMap(\.requirements).filter { requirement in
      requirement.standing != .verified
        && assessment.selection.controls.contains { selected in
          selected.control.requirements.contains { $0.id == requirement.id }
        }
    }
    return unverified.isEmpty
      ? []
      : [
        Report.Limitation(
          kind: .interpretation, text: BuilderMessages.unverified(unverified.map(\.id.text)))
      ]
  }
}
