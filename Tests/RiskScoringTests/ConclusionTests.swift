// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import Diagnostics
import RiskScoring
import Testing

struct ConclusionTests {
  private static let rule = RateBands(
    source: ScoringSource(
      id: "mlps-2025", title: LocalizedText(verbatim: ""), source: "", standing: .verified),
    formula: LocalizedText(verbatim: ""), upper: 90, lower: 60,
    readings: Dictionary(
      uniqueKeysWithValues: RateBands.OpenCase.allCases.map {
        ($0, .init(verdict: .basicallyMet, standing: .memory, note: LocalizedText(verbatim: "")))
      }),
    names: [:])

  private func conclude(
    met: Int, of applicable: Int, notApplicable: Int = 0, hazards: Int = 0
  ) -> Conclusion {
    let outcomes =
      repeatElement(Outcome.pass, count: met).map { $0 }
      + repeatElement(.fail, count: applicable - met)
      + repeatElement(.notApplicable, count: notApplicable)
    return Conclusion(
      rule: Self.rule, tally: OutcomeTally(outcomes),
      hazards: (0..<hazards).map { "H\($0)" })
  }

  // 211 items of level 3, 20 of them not applicable; and the boundaries.
  @Test(arguments: [
    (175, 191, 0, RateBands.Verdict.met), (175, 191, 1, .basicallyMet), (172, 191, 0, .met),
    (171, 190, 0, .basicallyMet), (120, 191, 3, .basicallyMet), (114, 190, 0, .basicallyMet),
    (110, 191, 0, .notMet),
  ])
  func `follows the bands`(met: Int, applicable: Int, hazards: Int, verdict: RateBands.Verdict) {
    let conclusion = conclude(met: met, of: applicable, notApplicable: 20, hazards: hazards)
    #expect(conclusion.verdict == verdict)
  }

  @Test func `names the reading of an open case`() {
    #expect(conclude(met: 171, of: 190).openCase == .atUpper)
    #expect(conclude(met: 114, of: 190).openCase == .atLower)
    #expect(conclude(met: 175, of: 191, hazards: 1).openCase == .aboveUpperWithHazard)
    #expect(conclude(met: 175, of: 191).openCase == nil)
  }

  @Test func `nothing evaluated concludes nothing`() {
    #expect(conclude(met: 0, of: 0, notApplicable: 5).verdict == .none)
    let open = Conclusion(rule: Self.rule, tally: OutcomeTally([.notReviewed]), hazards: [])
    #expect(open.verdict == .none)
    #expect(OutcomeTally().rate.percent == nil)
  }

  @Test func `a fix never lowers the verdict, lost evidence never raises it`() {
    let order: [RateBands.Verdict] = [.none, .notMet, .basicallyMet, .met]
    func rank(_ outcomes: [Outcome]) -> Int {
      let conclusion = Conclusion(rule: Self.rule, tally: OutcomeTally(outcomes), hazards: [])
      return order.firstIndex(of: conclusion.verdict)!
    }
    for failures in 0...20 {
      let outcomes = [Outcome](repeating: .pass, count: 20 - failures)
      let worse = outcomes + [Outcome](repeating: .fail, count: failures)
      if failures > 0 {
        #expect(rank(outcomes + [.pass] + worse.suffix(failures - 1)) >= rank(worse))
      }
      if failures < 20 {
        #expect(rank(Array(worse.dropFirst()) + [.notReviewed]) <= rank(worse))
      }
    }
  }
}
