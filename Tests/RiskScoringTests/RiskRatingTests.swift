// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import Diagnostics
import RiskScoring
import Testing

struct RiskRatingTests {
  private static let matrix = RiskMatrix(
    source: ScoringSource(
      id: "m", title: LocalizedText(verbatim: "m"), source: "", standing: .memory),
    likelihood: .init(
      values: [
        [2, 4, 7, 11, 14], [3, 6, 10, 13, 17], [5, 9, 12, 16, 20], [7, 11, 14, 18, 22],
        [8, 12, 17, 20, 25],
      ], levels: [5, 11, 16, 21, 25]),
    loss: .init(
      values: [
        [2, 4, 6, 10, 13], [3, 5, 9, 12, 16], [4, 7, 11, 15, 20], [5, 8, 14, 19, 22],
        [6, 10, 16, 21, 25],
      ], levels: [5, 10, 15, 20, 25]),
    risk: .init(
      values: [
        [3, 6, 9, 12, 16], [5, 8, 11, 15, 18], [6, 9, 13, 17, 21], [7, 11, 16, 20, 23],
        [9, 14, 20, 23, 25],
      ], levels: [6, 12, 18, 23, 25]),
    names: [])

  // The worked examples of GB/T 20984-2007, Annex A: asset value, threat, vulnerability; risk, level.
  @Test(arguments: [
    (2, 2, 2, 6, 1), (2, 2, 3, 8, 2), (2, 1, 1, 3, 1), (2, 1, 4, 9, 2), (2, 1, 2, 3, 1),
    (3, 2, 4, 13, 3), (3, 2, 2, 8, 2), (5, 5, 3, 20, 4), (5, 4, 5, 25, 5),
  ])
  func `follows the worked examples`(asset: Int, threat: Int, weakness: Int, risk: Int, level: Int)
  {
    let rating = RiskRating(
      assetValue: asset, threatFrequency: threat, vulnerability: weakness, matrix: Self.matrix)
    #expect(rating.value == risk)
    #expect(rating.level == level)
  }

  @Test func `a worse vulnerability, threat or asset never lowers the risk level`() {
    func level(_ a: Int, _ t: Int, _ v: Int) -> Int {
      RiskRating(assetValue: a, threatFrequency: t, vulnerability: v, matrix: Self.matrix).level
    }
    for a in 1...4 {
      for t in 1...4 {
        for v in 1...4 {
          #expect(level(a + 1, t, v) >= level(a, t, v))
          #expect(level(a, t + 1, v) >= level(a, t, v))
          #expect(level(a, t, v + 1) >= level(a, t, v))
        }
      }
    }
  }
}
