// Plumbline
// SPDX-License-Identifier: Apache-2.0

@testable import Assessment
import CEL
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel
import TestSupport
import Testing

/// Evidence and answers that a test gives to the checks of a control.
struct GivenInputs: CheckInputs {
  /// The evidence by the name of its variable and, where it differs, the asset: `sshd@web-1`.
  var evidence: [String: EvidenceInput] = [:]
  /// The answers by check.
  var answers: [String: AnswerInput] = [:]

  func evidence(
    _ evidence: Check.Evidence, of check: Check, in control: Control, for asset: Asset
  ) -> EvidenceInput {
    self.evidence["\(evidence.name)@\(asset.id)"] ?? self.evidence[evidence.name]
      ?? .missing(.unsupported, reason: nil, observation: nil)
  }

  func answer(to check: Check, in control: Control, for asset: Asset) -> AnswerInput {
    answers[check.id] ?? .unanswered
  }
}

extension SmallLibrary {
  /// Returns the library, which must be clean.
  func library(sourceLocation: SourceLocation = #_sourceLocation) throws -> ControlLibrary {
    let result = load()
    let errors = result.diagnostics.filter { $0.severity == .error }.map(\.message.en)
    try #require(errors.isEmpty, "\(errors)", sourceLocation: sourceLocation)
    return result.library
  }
}

/// The day of the assessments of these tests.
let today = CalendarDate("2026-11-23")!

/// Returns an asset of a kind.
func asset(_ id: String, _ kind: Subject = .host) -> Asset {
  Asset(id: id, name: LocalizedText(verbatim: id), kind: kind, access: .none)
}

/// Returns an evaluator with facts of the organisation.
func evaluator(
  _ library: ControlLibrary, facts: [String: CELValue] = [:], asOf: Instant = today.startOfDay
) -> ControlEvaluator {
  ControlEvaluator(
    AssessmentContext(asOf: asOf, facts: facts, factNames: library.facts.map(\.id)))
}

/// Returns an answer dated on a day with values for the fields of a check's question.
func answer(
  _ check: Check, _ values: [String: CELValue], on date: CalendarDate = today,
  validUntil: CalendarDate? = nil
) throws -> AnswerInput {
  let question = try #require(check.question)
  var values = values
  values[AnswerVariables.author] = .string("A")
  values[AnswerVariables.date] = .timestamp(date.startOfDay)
  return .answered(
    Answer(
      author: "A", date: date, note: nil, attachments: [], validUntil: validUntil,
      record: .record(question.recordType, values), texts: [], span: check.span))
}
