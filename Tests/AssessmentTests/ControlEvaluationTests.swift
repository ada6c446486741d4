// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import CEL
import Chronology
import ControlCatalog
import EvidenceModel
import TestSupport
import Testing

/// What a control comes to from its checks, its condition and the scope.
struct ControlEvaluationTests {
  private static let file = "alpha/ALP-ONE-01.yaml"

  /// What the two checks of the control are given.
  enum Given: Sendable { case pass, fail, absent, denied, failed, unanswered, stale }

  private func result(
    _ attempts: Given, _ policy: Given, verdict: String = "all"
  ) throws -> ControlResult {
    var small = SmallLibrary()
    small.replace("verdict: attempts && policy", by: "verdict: '\(verdict)'", in: Self.file)
    let library = try small.library()
    let control = try #require(library.control("ALP-ONE-01"))
    let type = try #require(control.checks[0].evidence.first?.type)
    var inputs = GivenInputs()
    switch attempts {
    case .pass, .fail:
      let value = CELValue.record(type, ["maxauthtries": .int(attempts == .pass ? 4 : 5)])
      inputs.evidence["sshd"] = .value(value, observation: nil)
    case .denied: inputs.evidence["sshd"] = .missing(.denied, reason: nil, observation: nil)
    case .failed: inputs.evidence["sshd"] = .missing(.failed, reason: nil, observation: nil)
    default: inputs.evidence["sshd"] = .missing(.absent, reason: nil, observation: nil)
    }
    if policy != .unanswered {
      inputs.answers["policy"] = try answer(
        control.checks[1],
        ["approved": .bool(policy != .fail), "approved_on": .timestamp(today.startOfDay)],
        on: policy == .stale ? today.adding(days: -400) : today)
    }
    return evaluator(library).evaluate(
      SelectedControl(control), for: asset("web-1"), inputs: inputs)
  }

  @Test(
    arguments: [
      (.pass, .pass, .pass, .pass, .pass), (.pass, .fail, .partial, .pass, .fail),
      (.fail, .pass, .partial, .pass, .fail), (.fail, .fail, .fail, .fail, .fail),
      (.absent, .pass, .pass, .pass, .fail), (.absent, .fail, .fail, .fail, .fail),
      (.denied, .pass, .notReviewed, .pass, .notReviewed),
      (.denied, .fail, .fail, .notReviewed, .fail),
      (.failed, .pass, .error, .pass, .error), (.failed, .fail, .fail, .error, .fail),
      (.pass, .unanswered, .notReviewed, .pass, .notReviewed),
      (.pass, .stale, .stale, .pass, .stale), (.fail, .stale, .fail, .stale, .fail),
      (.denied, .stale, .notReviewed, .notReviewed, .notReviewed),
    ] as [(Given, Given, Outcome, Outcome, Outcome)])
  func `checks make a verdict`(
    attempts: Given, policy: Given, all: Outcome, any: Outcome, rule: Outcome
  ) throws {
    #expect(try result(attempts, policy, verdict: "all").outcome == all)
    #expect(try result(attempts, policy, verdict: "any").outcome == any)
    #expect(try result(attempts, policy, verdict: "attempts && policy").outcome == rule)
  }

  @Test(arguments: [
    ("attempts || policy", Given.denied, Given.pass, Outcome.pass),
    ("attempts || policy", .failed, .pass, .pass), ("attempts || policy", .failed, .fail, .error),
    ("attempts || policy", .fail, .stale, .stale), ("!attempts && policy", .fail, .pass, .pass),
    ("attempts || !policy", .absent, .unanswered, .notReviewed),
  ])
  func `a verdict that does not hang on an open check is reached without it`(
    verdict: String, attempts: Given, policy: Given, expected: Outcome
  ) throws {
    #expect(try result(attempts, policy, verdict: verdict).outcome == expected)
  }

  @Test func `no verdict passes where no check applies`() throws {
    var small = SmallLibrary()
    small.replace("verdict: attempts && policy", by: "verdict: '!attempts'", in: Self.file)
    let library = try small.library()
    let control = try #require(library.control("ALP-ONE-01"))
    let alone = SelectedControl(
      control: control, checks: [control.checks[0]],
      parameters: SelectedControl(control).parameters)
    let inputs = GivenInputs(evidence: ["sshd": .missing(.absent, reason: nil, observation: nil)])
    let result = evaluator(library).evaluate(alone, for: asset("web-1"), inputs: inputs)
    #expect(result.outcome == .notApplicable)
  }

  @Test(
    arguments: [
      (nil, "pass", true), (.int(2), "pass", false), (.int(3), "pass", false),
      (.int(1), "not_applicable", true),
    ] as [(CELValue?, String, Bool)])
  func `a control applies when its condition holds or cannot be told`(
    level: CELValue?, expected: String, hasRemark: Bool
  ) throws {
    let library = try SmallLibrary().library()
    let control = try #require(library.control("ALP-TWO-01"))
    let inputs = GivenInputs(
      answers: ["drill": try answer(control.checks[0], ["drills": .int(1)])])
    let facts = level.map { ["level": $0] } ?? [:]
    let result = evaluator(library, facts: facts).evaluate(
      SelectedControl(control), for: asset("organization", .organization), inputs: inputs)
    #expect(result.outcome.rawValue == expected)
    #expect((result.applicability != nil) == hasRemark)
    #expect(result.checks.isEmpty == (expected == "not_applicable"))
  }

  @Test func `a condition that fails is an error, and nothing is judged`() throws {
    var small = SmallLibrary()
    small.replace("org.level >= 2", by: "10 / org.level >= 2", in: "alpha/ALP-TWO-01.yaml")
    let library = try small.library()
    let control = try #require(library.control("ALP-TWO-01"))
    let result = evaluator(library, facts: ["level": .int(0)]).evaluate(
      SelectedControl(control), for: asset("organization", .organization), inputs: GivenInputs())
    #expect(result.outcome == .error)
    #expect(result.checks.isEmpty)
  }
}
