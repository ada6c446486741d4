// Plumbline
// SPDX-License-Identifier: Apache-2.0

@testable import Assessment
import CEL
import Chronology
import ControlCatalog
import Diagnostics
import TestSupport
import Testing

/// When an answer counts, and how answer files are read.
struct AnswerTests {
  private static let complete = """
    ALP-ONE-01.policy:
      answered_by: 王芳
      answered_on: 2026-11-01
      approved: true
      approved_on: 2026-01-10
    """

  private func decode(
    _ text: String, assets: [Asset] = []
  ) throws -> (book: AnswerBook, ids: [String], library: ControlLibrary) {
    let library = try SmallLibrary().library()
    let decoder = AnswerDecoder(library: library, assets: assets) { path in
      path == "evidence/policy.pdf" ? "abc" : nil
    }
    let (book, diagnostics) = decoder.decode([SourceText(name: "answers/alpha.yaml", text)])
    return (book, diagnostics.map(\.id), library)
  }

  /// Returns what the question comes to with an answer file at a time.
  private func outcome(_ text: String, asOf: Instant) throws -> Outcome? {
    let (book, ids, library) = try decode(text)
    try #require(ids.isEmpty, "\(ids)")
    let control = try #require(library.control("ALP-ONE-01"))
    let inputs = CollectedInputs(observations: [:], types: [:], answers: book)
    let result = evaluator(library, asOf: asOf).evaluate(
      SelectedControl(control), for: asset("web-1"), inputs: inputs)
    return result.checks.last?.outcome
  }

  // MARK: When an answer counts

  @Test(arguments: [
    // The answer holds for a year, through the day of the same date.
    ("2026-11-01", Outcome.pass), ("2027-10-31", .pass), ("2027-11-01", .pass),
    ("2027-11-02", .stale), ("2030-01-01", .stale),
    // It cannot have been given before it was given.
    ("2026-10-31", .notReviewed),
  ])
  func `an answer counts from its day through the last day of its term`(
    day: String, expected: Outcome
  ) throws {
    let asOf = try #require(CalendarDate(day)).startOfDay
    #expect(try outcome(Self.complete, asOf: asOf) == expected)
    #expect(try outcome(Self.complete, asOf: asOf.adding(seconds: 86_399)) == expected)
  }

  @Test(arguments: [
    // Midnight in China is four in the afternoon of the day before in UTC.
    ("2027-11-01T15:59:59Z", Outcome.pass), ("2027-11-01T16:00:00Z", .stale),
    ("2026-10-31T15:59:59Z", .notReviewed), ("2026-10-31T16:00:00Z", .pass),
    ("2027-11-01T23:59:59+08:00", .pass), ("2027-11-02T00:00:00+08:00", .stale),
  ])
  func `a day begins and ends in China`(time: String, expected: Outcome) throws {
    #expect(try outcome(Self.complete, asOf: try #require(Instant(time))) == expected)
  }

  @Test(arguments: [
    ("2026-11-23", Outcome.pass), ("2026-11-24", .pass), ("2026-11-22", .stale),
    // An end beyond the question's own term does not lengthen it.
    ("2029-01-01", .pass),
  ])
  func `an answer can say itself how long it counts`(last: String, expected: Outcome) throws {
    let text = Self.complete + "\n  valid_until: \(last)"
    #expect(try outcome(text, asOf: today.startOfDay) == expected)
    #expect(
      try outcome(text, asOf: try #require(CalendarDate("2027-11-02")).startOfDay) == .stale)
  }

  @Test func `a term of a year that ends on a leap day ends on the day before`() throws {
    let text = Self.complete.replacing("2026-11-01", with: "2028-02-29")
    let last = try #require(CalendarDate("2029-02-28"))
    #expect(try outcome(text, asOf: last.startOfDay) == .pass)
    #expect(try outcome(text, asOf: last.adding(days: 1).startOfDay) == .stale)
  }

  @Test func `a rule sees a date as its first instant in China`() throws {
    let text = Self.complete.replacing("approved_on: 2026-01-10", with: "approved_on: 2026-11-23")
    #expect(try outcome(text, asOf: today.startOfDay) == .pass)
    #expect(try outcome(text, asOf: today.startOfDay.adding(seconds: -1)) == .fail)
  }

  // MARK: How answer files are read

  @Test(
    arguments: [
      ("ALP-ONE-01.policy:", nil), ("ALP-ONE-01.policy: {}", nil),
      ("ALP-ONE-01.policy: {answered_by: , approved: }", nil),
      ("ALP-ONE-01.policy: {answered_by: A, answered_on: 2026-11-01}", "approved,approved_on"),
      (
        "ALP-ONE-01.policy: {answered_by: A, answered_on: 2026-11-01, approved: false, approved_on: }",
        "approved_on"
      ),
    ] as [(String, String?)])
  func `an answer that is not filled in is none, or lacks fields`(
    text: String, missing: String?
  ) throws {
    let (book, ids, _) = try decode(text)
    #expect(ids == [])
    let entry = book.entries[AnswerKey(control: "ALP-ONE-01", check: "policy")]
    #expect(entry.map { $0.missing.map(\.name).joined(separator: ",") } == missing)
  }

  @Test(arguments: [
    ("answered_on: 2026-11-01", "answered_on: 2026-02-30", "wrong-type"),
    ("answered_on: 2026-11-01", "answered_on: yesterday", "wrong-type"),
    ("approved: true", "approved: yes", "wrong-type"),
    ("approved: true", "aproved: true", "unknown-key"),
    ("  answered_by: 王芳\n", "", "missing-key"),
    ("  answered_on: 2026-11-01\n", "", "missing-key"),
    ("ALP-ONE-01.policy", "ALP-ONE-01", "answer-key"),
    ("ALP-ONE-01.policy", "ALP-ONE-01.polcy", "unknown-question"),
    ("ALP-ONE-01.policy", "ALP-ONE-01.attempts", "unknown-question"),
    ("ALP-ONE-01.policy", "ALP-ONE-01.policy@web-1", "answer-asset"),
    ("approved: true", "approved: true\n  attachments: [evidence/none.pdf]", "missing-attachment"),
  ])
  func `a mistake in an answer is one error`(text: String, other: String, id: String) throws {
    #expect(try decode(Self.complete.replacing(text, with: other)).ids == [id])
  }

  @Test func `an attachment carries the digest of its file`() throws {
    let (book, ids, _) = try decode(Self.complete + "\n  attachments: [evidence/policy.pdf]")
    #expect(ids == [])
    let entry = book.entries[AnswerKey(control: "ALP-ONE-01", check: "policy")]
    #expect(entry?.answer.attachments == [.init(path: "evidence/policy.pdf", sha256: "abc")])
  }

  @Test func `an answer given in two files is reported`() throws {
    let library = try SmallLibrary().library()
    let decoder = AnswerDecoder(library: library, assets: []) { _ in nil }
    let (_, diagnostics) = decoder.decode([
      SourceText(name: "a.yaml", Self.complete), SourceText(name: "b.yaml", Self.complete),
    ])
    #expect(diagnostics.map(\.id) == ["duplicate-answer"])
    #expect(diagnostics.first?.location?.source.name == "b.yaml")
  }

  @Test func `a question for each asset is answered for each`() throws {
    var small = SmallLibrary()
    small.replace(
      "    answer:\n", by: "    per: asset\n    answer:\n", in: "alpha/ALP-ONE-01.yaml")
    let library = try small.library()
    let assets = [asset("web-1"), asset("web-2")]
    let decoder = AnswerDecoder(library: library, assets: assets) { _ in nil }
    func ids(_ key: String) -> [String] {
      let text = Self.complete.replacing("ALP-ONE-01.policy", with: key)
      return decoder.decode([SourceText(name: "a.yaml", text)]).diagnostics.map(\.id)
    }
    #expect(ids("ALP-ONE-01.policy") == ["answer-asset"])
    #expect(ids("ALP-ONE-01.policy@web-3") == ["unknown-asset"])
    #expect(ids("ALP-ONE-01.policy@web-1") == [])

    let text = Self.complete.replacing("ALP-ONE-01.policy", with: "ALP-ONE-01.policy@web-1")
    let book = decoder.decode([SourceText(name: "a.yaml", text)]).book
    let control = try #require(library.control("ALP-ONE-01"))
    let inputs = CollectedInputs(observations: [:], types: [:], answers: book)
    let outcomes = assets.map {
      evaluator(library).evaluate(SelectedControl(control), for: $0, inputs: inputs)
        .checks.last?.outcome
    }
    #expect(outcomes == [.pass, .notReviewed])
  }
}
