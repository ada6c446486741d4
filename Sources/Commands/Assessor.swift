// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Chronology
import Collectors
import ControlCatalog
import Diagnostics
import EvidenceModel
import Reporting
import RiskScoring

/// Carries an assessment out: plan, collect, judge, score, report.
struct Assessor {
  /// The laws, catalogs and scoring tables.
  let loaded: LibraryLoader.Result
  /// What is assessed.
  let scope: AssessmentScope
  /// What was answered.
  let answers: AnswerBook
  /// The folder that relative paths are of.
  let folder: String
  /// As of when.
  let asOf: Instant
  /// What gives the time of observations.
  let clock: @Sendable () -> Instant
  /// Where progress is shown.
  let terminal: Terminal

  /// Returns the controls that the scope's profile selects.
  func selection() throws(CommandFailure) -> ControlSelection {
    guard let profile = loaded.library.profile(scope.profile) else {
      let known = loaded.library.profiles.map(\.id).joined(separator: ", ")
      throw CommandFailure(
        zh: "没有名为 '\(scope.profile)' 的评估方案；可用: \(known)",
        en: "there is no profile '\(scope.profile)'; there are: \(known)")
    }
    return ControlSelection(profile, of: loaded.library, assessmentSettings: scope.settings)
  }

  /// Returns what will be read from each asset.
  func plans(_ selection: ControlSelection) -> [CollectionPlan] {
    scope.assets.map { CollectionPlan(for: $0, selection: selection) }
      .filter { !$0.items.isEmpty }
  }

  /// What reads the evidence.
  var collection: Collection {
    Collection(library: loaded.library, folder: folder, clock: clock, terminal: terminal)
  }

  /// Reads the evidence of all assets; that of one which cannot be reached says so.
  func collect(_ plans: [CollectionPlan]) async throws -> [Bundle] {
    var bundles: [Bundle] = []
    for outcome in await collection.read(plans, { $0 }) {
      do {
        if let bundle = try outcome.result.get() { bundles.append(bundle) }
      } catch let failure as UnreachableAsset {
        terminal.fail(failure.message)
        bundles.append(outcome.bundle(saying: failure, library: loaded.library))
      }
    }
    return bundles
  }

  /// Judges and scores what was collected and answered.
  func score(_ selection: ControlSelection, _ bundles: [Bundle]) throws(CommandFailure) -> Scorecard
  {
    let choice = scope.scoring
    guard let rule = loaded.scoring.conclusion(choice.conclusion),
      let method = loaded.scoring.risk(choice.risk)
    else {
      throw CommandFailure(
        zh: "目录缺少计分表 scoring/\(choice.conclusion).yaml 或 scoring/\(choice.risk).yaml",
        en: "the catalogs lack scoring/\(choice.conclusion).yaml or scoring/\(choice.risk).yaml")
    }
    let result = AssessmentResult(
      scope: scope, selection: selection, library: loaded.library, asOf: asOf, bundles: bundles,
      answers: answers, collectors: Collectors.registry.descriptions)
    return Scorecard(
      result, library: loaded.library, rule: rule, others: loaded.scoring.conclusions,
      riskMethod: method)
  }

  /// Returns the report of a scored assessment.
  func report(_ scorecard: Scorecard) -> Report {
    ReportBuilder(
      scorecard, library: loaded.library, collectors: Collectors.registry.descriptions,
      toolVersion: ProgramVersion.current
    ).report
  }
}
