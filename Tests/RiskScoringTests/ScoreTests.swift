// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import Diagnostics
import RiskScoring
import Testing

struct ScoreTests {
  private typealias Part = ScoredItem.Part

  /// Items of a part by weight and outcome: P met, H partly met, F not met, N not applicable.
  private static func items(
    _ part: Part, group: String = "", _ texts: [(weight: Int, objects: String)]
  ) -> [ScoredItem] {
    texts.enumerated().map { index, text in
      ScoredItem(
        id: "\(part.rawValue)-\(group)-\(index)", part: part, group: group, weight: text.weight,
        objects: text.objects.map { outcomes[$0] ?? .error })
    }
  }

  private static let outcomes: [Character: Outcome] = [
    "P": .pass, "H": .partial, "F": .fail, "N": .notApplicable, "U": .notReviewed, "S": .stale,
  ]

  private static func many(_ part: Part, _ counts: [(Int, Int, String)]) -> [ScoredItem] {
    items(
      part,
      counts.flatMap { count, weight, outcome in
        Array(repeating: (weight: weight, objects: outcome), count: count)
      })
  }

  /// The conclusion of items with a greatest risk.
  private func conclude(_ id: String, _ items: [ScoredItem], risk: Int = 0) -> Conclusion {
    Conclusion(
      .score(ShippedScoring.score(id)), items: ScoredItems(items, highestRisk: risk))
  }

  // MARK: The worked examples of the deduction method

  @Test func `a small system scores 50`() {
    let items =
      Self.items(
        .technical, [(3, "P"), (3, "H"), (2, "F"), (2, "P"), (1, "H"), (1, "P")])
      + Self.items(.management, [(2, "H"), (2, "P"), (1, "P"), (3, "P")])
    let conclusion = conclude("mlps-2021", items)
    #expect(conclusion.score?.text == "50.00")
    #expect(conclusion.score?.parts.map(\.value) == [10, 40])
    #expect(conclusion.verdict.id == "poor")
  }

  @Test(arguments: [(0, "good"), (3, "good"), (4, "poor")])
  func `a large system scores 84, good unless a risk is high`(risk: Int, grade: String) {
    let items =
      Self.many(
        .technical, [(4, 3, "H"), (6, 2, "F"), (10, 1, "H"), (110, 2, "P")])
      + Self.many(.management, [(5, 2, "H"), (4, 1, "F"), (61, 1, "P")])
    let conclusion = conclude("mlps-2021", items, risk: risk)
    #expect(conclusion.score?.text == "84.00")
    #expect(conclusion.score?.parts.map(\.value) == [38.5, 45.5])
    #expect(conclusion.verdict.id == grade)
  }

  @Test func `a part loses no more than it has`() {
    let items =
      Self.many(.technical, [(5, 3, "F")]) + Self.many(.management, [(5, 1, "P")])
    #expect(conclude("mlps-2021", items).score?.text == "50.00")
  }

  @Test func `an item on several hosts counts by their mean`() {
    let item = Self.items(.technical, [(1, "PHF")])[0]
    #expect(item.degree == 0.5)
    #expect(Self.items(.technical, [(1, "PNN")])[0].degree == 1)
  }

  // MARK: The worked example of the average defect method

  @Test func `two classes average to 76.8032`() throws {
    let items =
      Self.items(.technical, group: "CES", [(3, "P"), (2, "HP"), (1, "F")])
      + Self.items(.technical, group: "CNS", [(3, "PPF"), (2, "PPP")])
    let score = try #require(conclude("mlps-2019", items).score)
    // One decimal more than a report shows.
    #expect((score.value.map { ($0 * 10_000).rounded() / 10_000 }) == 76.8032)
    #expect(score.text == "76.80")
  }

  // MARK: All methods

  private static let rules = ["mlps-2019", "mlps-2021", "xccdf-default", "xccdf-flat"]

  @Test(arguments: rules)
  func `all met is 100, nothing met 0, nothing applicable no score`(rule: String) {
    let met = Self.items(.technical, [(1, "P"), (3, "PN")]) + Self.items(.management, [(2, "P")])
    #expect(conclude(rule, met).score?.text == "100.00")
    #expect(conclude(rule, met, risk: 5).verdict.id != "excellent")
    let none = met.map {
      ScoredItem(id: $0.id, part: $0.part, group: $0.group, weight: 3, objects: [.fail])
    }
    #expect(conclude(rule, none).score?.text == "0.00")
    let empty = conclude(rule, Self.items(.technical, [(1, "N")]))
    #expect(empty.score?.value == nil)
    #expect(empty.verdict.id == "none")
    #expect(conclude(rule, Self.items(.technical, [(1, "U"), (2, "S")])).verdict.id == "none")
  }

  @Test(arguments: rules)
  func `a fix never lowers a score, lost evidence never raises it, order does not matter`(
    rule: String
  ) throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let items = (0..<Int.random(in: 1...12, using: &random)).map { index in
        ScoredItem(
          id: "I\(index)", part: Bool.random(using: &random) ? .technical : .management,
          group: "G\(index % 3)", weight: Int.random(in: 1...3, using: &random),
          objects: (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Outcome.allCases.randomElement(using: &random) ?? .pass
          })
      }
      let method = ShippedScoring.score(rule).method
      let score = Score(items, by: method).value ?? 0
      #expect(abs((Score(items.shuffled(using: &random), by: method).value ?? 0) - score) < 1e-9)
      for index in items.indices {
        var better = items
        better[index] = items[index].fixed
        #expect((Score(better, by: method).value ?? 0) >= score - 1e-9)
        var blind = items
        blind[index] = ScoredItem(
          id: items[index].id, part: items[index].part, group: items[index].group,
          weight: items[index].weight,
          objects: items[index].objects.map { $0 == .notApplicable ? $0 : .notReviewed })
        #expect((Score(blind, by: method).value ?? 0) <= score + 1e-9)
      }
    }
  }

  @Test(arguments: rules)
  func `the rows redo the score`(rule: String) throws {
    let items =
      Self.items(.technical, group: "A", [(3, "PHF"), (2, "H"), (1, "N")])
      + Self.items(.management, group: "B", [(2, "F"), (1, "P"), (3, "UP")])
    let score = Score(items, by: ShippedScoring.score(rule).method)
    let losses = score.rows.reduce(0) { $0 + $1.loss }
    // The deduction method stops at nothing for each part; here neither part is used up.
    #expect(abs((score.value ?? 0) - (100 - losses)) < 1e-9 || rule == "mlps-2021")
    if rule == "mlps-2021" {
      let parts = score.parts.map { part in
        max(
          0,
          part.maximum
            - score.rows.filter { $0.item.part.rawValue == part.id }.reduce(0) { $0 + $1.loss })
      }
      #expect(abs(parts.reduce(0, +) - (score.value ?? 0)) < 1e-9)
    }
  }
}
