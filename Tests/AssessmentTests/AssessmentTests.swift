// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import CEL
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel
import TestSupport
import Testing

/// An assessment as a whole: assets, plans, and the order of everything.
struct AssessmentTests {
  /// Returns the results as `control asset outcome`, with a way to give evidence to assets.
  private func lines(
    assets: [Asset], library: ControlLibrary, profile: String = "base",
    attempts: [String: Int64] = [:]
  ) throws -> [String] {
    let profile = try #require(library.profile(profile))
    let selection = ControlSelection(profile, of: library)
    let evaluator = evaluator(library, facts: ["level": .int(3)])
    let type = try #require(library.control("ALP-ONE-01")?.checks[0].evidence.first?.type)
    var inputs = GivenInputs()
    for (id, count) in attempts {
      let value = CELValue.record(type, ["maxauthtries": .int(count)])
      inputs.evidence["sshd@\(id)"] = .value(value, observation: nil)
    }
    let policy = try #require(library.control("ALP-ONE-01")?.checks[1])
    inputs.answers["policy"] = try answer(
      policy, ["approved": .bool(true), "approved_on": .timestamp(today.startOfDay)])
    return selection.controls.flatMap { selected in
      assets.filter { $0.kind == selected.control.subject }.map { asset in
        let result = evaluator.evaluate(selected, for: asset, inputs: inputs)
        return "\(result.control.id) \(asset.id) \(result.outcome.rawValue)"
      }
    }
  }

  @Test func `each asset is judged by its own evidence`() throws {
    let assets = ["web-1", "web-2", "web-3"].map { asset($0) }
    #expect(
      try lines(
        assets: assets, library: SmallLibrary().library(), attempts: ["web-1": 3, "web-2": 4]) == [
          "ALP-ONE-01 web-1 pass", "ALP-ONE-01 web-2 fail", "ALP-ONE-01 web-3 not_reviewed",
        ])
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func `the order of assets does not matter`(_ order: [Int]) throws {
    let names = ["web-1", "web-2", "web-3"]
    let library = try SmallLibrary().library()
    let attempts: [String: Int64] = ["web-1": 3, "web-2": 4]
    let expected = try lines(
      assets: names.map { asset($0) }, library: library, attempts: attempts)
    let found = try lines(
      assets: order.map { asset(names[$0]) }, library: library, attempts: attempts)
    #expect(Set(found) == Set(expected))
  }

  @Test func `the order of files does not matter`() throws {
    // A dictionary gives its files in another order each time it is made.
    let reference = SmallLibrary().load().library
    for _ in 0..<8 {
      let other = SmallLibrary().load().library
      #expect(other.controls.map(\.id) == reference.controls.map(\.id))
      #expect(other.profiles.map(\.id) == reference.profiles.map(\.id))
      #expect(other.digests == reference.digests)
    }
  }

  @Test(arguments: [["ALP-ONE-01", "ALP-TWO-01"], ["ALP-TWO-01", "ALP-ONE-01"]])
  func `a catalog orders its controls, whose outcomes do not change`(_ order: [String]) throws {
    var small = SmallLibrary()
    small.replace(
      "[ALP-ONE-01, ALP-TWO-01]", by: "[\(order.joined(separator: ", "))]",
      in: "alpha/catalog.yaml")
    let library = try small.library()
    #expect(library.controls.map(\.id) == order)
    let assets = [asset("web-1"), asset("organization", .organization)]
    #expect(
      Set(try lines(assets: assets, library: library, attempts: ["web-1": 3])) == [
        "ALP-ONE-01 web-1 pass", "ALP-TWO-01 organization not_reviewed",
      ])
  }

  // MARK: Plans

  @Test func `a plan asks each distinct question once, for all controls that need it`() throws {
    var small = SmallLibrary()
    let file = try #require(small.files["alpha/ALP-ONE-01.yaml"])
    small.add("alpha/ALP-SIX-01.yaml", file.replacing("ALP-ONE-01", with: "ALP-SIX-01"))
    small.add(
      "alpha/ALP-TEN-01.yaml",
      file.replacing("ALP-ONE-01", with: "ALP-TEN-01")
        .replacing("{collector: sshd}", with: "{collector: sshd, path: /etc/other}"))
    small.replace(
      "ALP-TWO-01]", by: "ALP-TWO-01, ALP-SIX-01, ALP-TEN-01]", in: "alpha/catalog.yaml")
    let library = try small.library()
    let selection = ControlSelection(try #require(library.profile("base")), of: library)
    let plan = CollectionPlan(for: asset("web-1"), selection: selection)
    #expect(
      plan.items.map { "\($0.query.canonicalText): \($0.controls.joined(separator: " "))" } == [
        "sshd(): ALP-ONE-01 ALP-SIX-01", "sshd(path=/etc/other): ALP-TEN-01",
      ])
    #expect(CollectionPlan(for: asset("shop", .system), selection: selection).items.isEmpty)
  }

  @Test func `a plan holds nothing of controls that are left out`() throws {
    let library = try SmallLibrary().library()
    let profile = try #require(library.profile("base"))
    let control = try #require(library.control("ALP-TWO-01"))
    let selection = ControlSelection(profile, of: library).only(control)
    #expect(CollectionPlan(for: asset("web-1"), selection: selection).items.isEmpty)
  }

  @Test func `a control for which the scope has no asset is not reviewed`() throws {
    let library = try SmallLibrary().library()
    let profile = try #require(library.profile("base"))
    let scope = AssessmentScope(
      organization: LocalizedText(zh: "某店", en: "Shop"), facts: ["level": .int(3)],
      profile: "base", assets: [])
    let result = AssessmentResult(
      scope: scope, selection: ControlSelection(profile, of: library), library: library,
      asOf: today.startOfDay, bundles: [], answers: AnswerBook(), collectors: [])
    #expect(
      result.controls.map { "\($0.control.id) \($0.outcome.rawValue)" } == [
        "ALP-ONE-01 not_reviewed", "ALP-TWO-01 not_reviewed",
      ])
    #expect(result.controls.first?.applicability?.en.contains("no host") == true)
  }
}
