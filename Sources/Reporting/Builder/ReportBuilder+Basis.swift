// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel
import RiskScoring

extension ReportBuilder {
  /// Against what was assessed, and how.
  var basis: Report.Basis {
    Report.Basis(
      sources: sources, methods: methods, collectors: collectorUses,
      procedure: BuilderMessages.procedure)
  }

  /// The requirements that the selected controls cite, each once.
  private var cited: [Requirement] {
    let ids = Set(assessment.selection.controls.flatMap(\.control.requirements).map(\.id))
    return library.registers.flatMap(\.requirements).filter { ids.contains($0.id) }
  }

  private var sources: [Report.Source] {
    let cited = Dictionary(grouping: self.cited, by: \.id.register)
    return library.registers.compactMap { register in
      guard let requirements = cited[register.id] else { return nil }
      return Report.Source(
        id: register.id, kind: register.kind.rawValue, title: register.title,
        version: register.version, inForceFrom: register.inForceFrom?.description,
        inForceUntil: register.inForceUntil?.description,
        standing: Report.Standing.weakest(of: requirements.map(\.standing)),
        requirements: requirements.count)
    }
  }

  private var methods: [Report.MethodCount] {
    let checks = assessment.controls.flatMap(\.checks)
    return Check.Method.allCases.map { method in
      let used = checks.filter { $0.check.method == method }
      return Report.MethodCount(
        method: Report.Method(method), checks: used.count,
        decided: used.count { $0.outcome.isConclusive })
    }
  }

  private var collectorUses: [Report.CollectorUse] {
    let observations = assessment.bundles.values.flatMap(\.observations)
    let groups = Dictionary(grouping: observations, by: \.query.collector)
    return groups.keys.sorted().compactMap { id in
      guard let description = collectors[id], let group = groups[id] else { return nil }
      return Report.CollectorUse(
        id: id, summary: description.summary, version: String(description.version),
        queries: group.count, collected: group.count { $0.status == .collected })
    }
  }

  /// The result of each catalog.
  var domains: [Report.Domain] {
    library.catalogs.compactMap { catalog in
      let items = scorecard.rollUp.items.filter { $0.control.catalog == catalog.id }
      if items.isEmpty { return nil }
      let tally = OutcomeTally(items.map(\.outcome))
      return Report.Domain(
        id: catalog.id, title: catalog.title,
        counts: Report.OutcomeCounts(items.map { Report.Outcome($0.outcome) }),
        rate: Report.Rate(tally.rate), coverage: Report.Rate(tally.coverage))
    }
  }

  /// The result seen from each requirement that a selected control cites.
  var requirementResults: [Report.RequirementResult] {
    var items: [RequirementID: [ControlRollUp.Item]] = [:]
    for item in scorecard.rollUp.items {
      for id in Set(item.control.requirements.map(\.id)) { items[id, default: []].append(item) }
    }
    return cited.map { requirement in
      let group = items[requirement.id] ?? []
      let register = library.register(of: requirement.id)
      return Report.RequirementResult(
        id: requirement.id.text, sourceID: requirement.id.register,
        clause: BuilderMessages.clause(requirement, of: register), title: requirement.title,
        outcome: Report.Outcome(OutcomeSet(group.map(\.outcome)).outcome(.all)),
        controls: group.map {
          Report.ControlOutcome(
            controlID: $0.control.id, outcome: Report.Outcome($0.outcome))
        },
        standing: Report.Standing(requirement.standing), note: requirement.note)
    }
  }
}
