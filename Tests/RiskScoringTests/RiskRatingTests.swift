// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import Diagnostics
import RiskScoring
import Testing

struct RiskRatingTests {
  private static func rate(
    _ asset: Int, _ threat: Int, _ weakness: Int, by method: String = "gbt20984-matrix"
  ) -> RiskRating {
    RiskRating(
      RiskRating.Inputs(assetValue: asset, threatFrequency: threat, vulnerability: weakness),
      by: ShippedScoring.risk(method))
  }

  // The worked examples of GB/T 20984-2007, Annex A: asset value, threat, vulnerability; risk, level.
  @Test(arguments: [
    (2, 2, 2, 6, 1), (2, 2, 3, 8, 2), (2, 1, 1, 3, 1), (2, 1, 4, 9, 2), (2, 1, 2, 3, 1),
    (3, 2, 4, 13, 3), (3, 2, 2, 8, 2), (5, 5, 3, 20, 4), (5, 4, 5, 25, 5),
  ])
  func `follows the worked examples`(asset: Int, threat: Int, weakness: Int, risk: Int, level: Int)
  {
    let rating = Self.rate(asset, threat, weakness)
    #expect(rating.value == risk)
    #expect(rating.level == level)
  }

  // The worked examples of the multiplication method, in the same annex.
  @Test(arguments: [
    (4, 1, 3, 6, 2), (4, 5, 1, 4, 1), (4, 5, 5, 22, 5), (4, 4, 4, 16, 4), (5, 3, 4, 15, 3),
    (5, 4, 3, 13, 3),
  ])
  func `follows the worked examples of products`(
    asset: Int, threat: Int, weakness: Int, risk: Int, level: Int
  ) {
    let rating = Self.rate(asset, threat, weakness, by: "gbt20984-product")
    #expect(rating.value == risk)
    #expect(rating.level == level)
  }

  @Test(arguments: [(5, 5, 5), (5, 1, 4), (1, 5, 1), (3, 5, 3), (4, 3, 4), (5, 3, 5)])
  func `data security follows likelihood and worth`(asset: Int, threat: Int, level: Int) {
    #expect(Self.rate(asset, threat, 1, by: "gbt45577").level == level)
  }

  @Test(arguments: ["gbt20984-matrix", "gbt20984-product", "gbt45577", "gbt39335"])
  func `a worse vulnerability, threat or asset never lowers the risk level`(method: String) {
    func level(_ a: Int, _ t: Int, _ v: Int) -> Int { Self.rate(a, t, v, by: method).level }
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

  @Test func `a changed cell changes the rating`() throws {
    guard case .matrix(let shipped) = ShippedScoring.risk("gbt20984-matrix") else { return }
    var values = shipped.risk.values
    values[0][1] = 25
    let changed = RiskMatrix(
      source: shipped.source, likelihood: shipped.likelihood, loss: shipped.loss,
      risk: .init(values: values, levels: shipped.risk.levels), names: shipped.names)
    let inputs = RiskRating.Inputs(assetValue: 2, threatFrequency: 2, vulnerability: 2)
    #expect(RiskRating(inputs, by: .matrix(shipped)).value == 6)
    #expect(RiskRating(inputs, by: .matrix(changed)).value == 25)
  }
}
