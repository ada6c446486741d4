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
        (
          $0,
          .init(
            verdict: .basicallyMet, standing: .memory, note: LocalizedText(verbatim: $0.rawValue))
        )
      }),
    names: [:])

  private static func items(_ outcomes: [Outcome], hazards: [String] = []) -> ScoredItems {
    ScoredItems(
      outcomes.enumerated().map { index, outcome in
        ScoredItem(
          id: "I\(index)", part: .technical, group: "CES", weight: 1, objects: [outcome])
      }, hazards: hazards)
  }

  private func conclude(
    met: Int, of applicable: Int, notApplicable: Int = 0, hazards: Int = 0
  ) -> Conclusion {
    let outcomes =
      repeatElement(Outcome.pass, count: met).map { $0 }
      + repeatElement(.fail, count: applicable - met)
      + repeatElement(.notApplicable, count: notApplicable)
    return Conclusion(
      .rateBands(Self.rule),
      items: Self.items(outcomes, hazards: (0..<hazards).map { "H\($0)" }))
  }

  // 211 items of level 3, 20 of them not applicable; and the boundaries.
  @Test(arguments: [
    (175, 191, 0, RateBands.Verdict.met), (175, 191, 1, .basicallyMet), (172, 191, 0, .met),
    (171, 190, 0, .basicallyMet), (120, 191, 3, .basicallyMet), (114, 190, 0, .basicallyMet),
    (110, 191, 0, .notMet),
  ])
  func `follows the bands`(met: Int, applicable: Int, hazards: Int, verdict: RateBands.Verdict) {
    let conclusion = conclude(met: met, of: applicable, notApplicable: 20, hazards: hazards)
    #expect(conclusion.verdict.id == verdict.rawValue)
  }

  @Test func `names the reading of an open case first`() {
    func first(_ conclusion: Conclusion) -> String? { conclusion.readings.first?.en }
    #expect(first(conclude(met: 171, of: 190)) == "at_upper")
    #expect(first(conclude(met: 114, of: 190)) == "at_lower")
    #expect(first(conclude(met: 175, of: 191, hazards: 1)) == "above_upper_with_hazard")
    #expect(conclude(met: 175, of: 191).readings.count == 3)
  }

  @Test func `nothing evaluated concludes nothing`() {
    #expect(conclude(met: 0, of: 0, notApplicable: 5).verdict.id == "none")
    let open = Conclusion(.rateBands(Self.rule), items: Self.items([.notReviewed]))
    #expect(open.verdict.id == "none")
    #expect(OutcomeTally().rate.percent == nil)
  }

  @Test func `a fix never lowers the verdict, lost evidence never raises it`() {
    let order = ["none", "not_met", "basically_met", "met"]
    func rank(_ outcomes: [Outcome]) -> Int {
      let conclusion = Conclusion(.rateBands(Self.rule), items: Self.items(outcomes))
      return order.firstIndex(of: conclusion.verdict.id)!
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
