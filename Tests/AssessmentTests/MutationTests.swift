// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import Diagnostics
import TestSupport
import Testing

struct MutationTests {
  private static let one = "alpha/ALP-ONE-01.yaml"
  private static let two = "alpha/ALP-TWO-01.yaml"
  private static let attempts = "sshd.maxauthtries <= params.attempts"
  private static let policy = "answer.approved && answer.approved_on <= as_of"

  /// Returns what survives in the small library after an edit, as `line rule what`.
  private func survivors(_ edits: [(String, String, String)]) async throws -> [String] {
    var library = SmallLibrary()
    for (path, text, other) in edits { library.replace(text, by: other, in: path) }
    let result = library.load()
    try #require(!result.diagnostics.hasErrors, "\(result.diagnostics.map(\.message.en))")
    let reports = await MutationRunner(library: result.library).run(result.library.controls)
    return reports.flatMap { report in
      report.survivors.map { place, survivor in
        "\(survivor.span.position.line) \(place) \(Self.words(survivor.kind))"
      }
    }
  }

  private static func words(_ kind: Survivor.Kind) -> String {
    switch kind {
    case .fact(let path, let mutations):
      ([path.description] + mutations.map(\.rawValue)).joined(separator: " ")
    case .clause(let text): "clause '\(text)'"
    default: "\(kind)"
    }
  }

  @Test func `rules that every fact and clause decides are clean`() async throws {
    #expect(try await survivors([]) == [])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let original: String
    let replacement: String
    let expected: [String]

    init(
      _ name: String, in path: String = one, _ original: String, _ replacement: String,
      _ expected: String...
    ) {
      testDescription = name
      (self.path, self.original, self.replacement) = (path, original, replacement)
      self.expected = expected
    }
  }

  private static let cases = [
    Case(
      "a rule that cannot fail", attempts,
      "sshd.maxauthtries <= params.attempts || sshd.maxauthtries > params.attempts",
      #"23 check("attempts") neverFails"#),
    Case(
      "a rule that cannot hold", attempts,
      "sshd.maxauthtries < 0 && sshd.maxauthtries > params.attempts",
      #"23 check("attempts") neverHolds"#),
    Case(
      "a rule that no example decides", attempts, "sshd.ciphers.size() > 0",
      #"23 check("attempts") undecided"#),
    Case(
      "a fact that the rule does not hang on", policy,
      "answer.approved && (answer.approved_on <= as_of || answer.approved_on > as_of)",
      #"34 check("policy") answer.approved_on shifted_by_day replaced"#,
      #"34 check("policy") as_of shifted_by_day replaced"#),
    Case(
      "a clause that decides no example", "approved_on: 2026-11-24", "approved_on: 2026-11-23",
      #"34 check("policy") clause 'answer.approved_on <= as_of'"#),
    Case(
      "a condition that always holds", in: two, "org.level >= 2", "org.level >= 2 || org.level < 2",
      "7 condition neverFails"),
    Case(
      "a check without a say in the verdict", "attempts && policy",
      "attempts && (policy || !policy)",
      "35 verdict policy flipped replaced"),
  ]

  @Test(arguments: cases)
  func `finds`(_ item: Case) async throws {
    #expect(
      try await survivors([(item.path, item.original, item.replacement)]) == item.expected)
  }
}
