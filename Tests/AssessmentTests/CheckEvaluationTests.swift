// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import CEL
import ControlCatalog
import Diagnostics
import EvidenceModel
import TestSupport
import Testing

/// What a check comes to for each state of its evidence.
struct CheckEvaluationTests {
  private static let file = "alpha/ALP-ONE-01.yaml"

  /// Returns what the check on evidence comes to, with an `on_absent` and another rule.
  private func outcome(
    _ status: ObservationStatus, onAbsent: String = "not_applicable",
    rule: String = "sshd.maxauthtries <= params.attempts", facts: [String: CELValue] = [:]
  ) throws -> CheckResult {
    var small = SmallLibrary()
    small.replace("on_absent: not_applicable", by: "on_absent: \(onAbsent)", in: Self.file)
    small.replace("sshd.maxauthtries <= params.attempts", by: rule, in: Self.file)
    let library = try small.library()
    let control = try #require(library.control("ALP-ONE-01"))
    let inputs = GivenInputs(evidence: ["sshd": .missing(status, reason: nil, observation: "OBS-1")]
    )
    let result = evaluator(library, facts: facts).evaluate(
      SelectedControl(control), for: asset("web-1"), inputs: inputs)
    return try #require(result.checks.first)
  }

  @Test(
    arguments: [
      (.absent, .fail, .fail), (.absent, .pass, .pass), (.absent, .notApplicable, .notApplicable),
      (.absent, .notReviewed, .notReviewed),
      (.denied, .fail, .notReviewed), (.denied, .pass, .notReviewed),
      (.unsupported, .fail, .notReviewed), (.unsupported, .pass, .notReviewed),
      (.failed, .fail, .error), (.failed, .pass, .error), (.failed, .notApplicable, .error),
      (.timedOut, .fail, .error), (.timedOut, .pass, .error),
    ] as [(ObservationStatus, Check.Absence, Outcome)])
  func `only absence is read as the author says`(
    status: ObservationStatus, absence: Check.Absence, expected: Outcome
  ) throws {
    let result = try outcome(status, onAbsent: absence.rawValue)
    #expect(result.outcome == expected)
    #expect(result.reason != nil)
    #expect(result.observations == ["OBS-1"])
  }

  @Test(arguments: [
    ("false && sshd.maxauthtries <= params.attempts", Outcome.fail),
    ("true || sshd.maxauthtries <= params.attempts", .pass),
    ("params.attempts > 9 && sshd.maxauthtries <= 1", .fail),
    ("sshd.maxauthtries <= 1 && params.attempts > 9", .fail),
    ("params.attempts > 9 || sshd.maxauthtries <= 1", .notReviewed),
  ])
  func `a rule that does not hang on missing evidence is judged without it`(
    rule: String, expected: Outcome
  ) throws {
    #expect(try outcome(.denied, rule: rule).outcome == expected)
    // The absence of evidence that decides nothing decides nothing.
    let absent: Outcome = expected == .notReviewed ? .fail : expected
    #expect(try outcome(.absent, onAbsent: "fail", rule: rule).outcome == absent)
  }

  @Test func `an unknown fact of the organisation is told apart from missing evidence`() throws {
    let rule = "org.level >= 3 || sshd.maxauthtries <= 1"
    #expect(try outcome(.absent, onAbsent: "fail", rule: rule).outcome == .notReviewed)
    #expect(try outcome(.absent, onAbsent: "pass", rule: rule).outcome == .notReviewed)
    #expect(
      try outcome(.absent, onAbsent: "fail", rule: rule, facts: ["level": .int(2)]).outcome == .fail
    )
    #expect(try outcome(.absent, rule: rule, facts: ["level": .int(3)]).outcome == .pass)
  }

  @Test(arguments: [ObservationStatus.denied, .failed, .timedOut, .unsupported])
  func `what could not be read outweighs what is not there`(_ status: ObservationStatus) throws {
    var small = SmallLibrary()
    small.replace(
      "      sshd: {collector: sshd}",
      by: "      sshd: {collector: sshd}\n      other: {collector: sshd, path: /etc/other}",
      in: Self.file)
    small.replace(
      "sshd.maxauthtries <= params.attempts",
      by: "sshd.maxauthtries <= params.attempts && other.maxauthtries <= params.attempts",
      in: Self.file)
    small.replace("on_absent: not_applicable", by: "on_absent: pass", in: Self.file)
    let library = try small.library()
    let control = try #require(library.control("ALP-ONE-01"))
    for (first, second) in [("sshd", "other"), ("other", "sshd")] {
      let inputs = GivenInputs(evidence: [
        first: .missing(.absent, reason: nil, observation: nil),
        second: .missing(status, reason: nil, observation: nil),
      ])
      let result = evaluator(library).evaluate(
        SelectedControl(control), for: asset("web-1"), inputs: inputs)
      let isError = status == .failed || status == .timedOut
      #expect(result.checks.first?.outcome == (isError ? .error : .notReviewed))
    }
  }

  @Test func `evidence that is not what its collector declares is an error`() throws {
    let library = try SmallLibrary().library()
    let control = try #require(library.control("ALP-ONE-01"))
    let malformed = EvidenceInput.malformed(
      .init(zh: "不是数", en: "not a number"), observation: "OBS-2")
    let result = evaluator(library).evaluate(
      SelectedControl(control), for: asset("web-1"),
      inputs: GivenInputs(evidence: ["sshd": malformed]))
    #expect(result.checks.first?.outcome == .error)
    #expect(result.checks.first?.trace != nil)
  }

  @Test func `a rule that reads a field that was not collected is an error, not a pass`() throws {
    let library = try SmallLibrary().library()
    let control = try #require(library.control("ALP-ONE-01"))
    let type = try #require(control.checks.first?.evidence.first?.type)
    let result = evaluator(library).evaluate(
      SelectedControl(control), for: asset("web-1"),
      inputs: GivenInputs(evidence: ["sshd": .value(.record(type, [:]), observation: nil)]))
    #expect(result.checks.first?.outcome == .error)
  }
}
