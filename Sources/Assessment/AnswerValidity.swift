// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import ControlCatalog
import Diagnostics

/// Whether an answer still counts.
enum AnswerValidity {
  /// Returns why an answer does not count on a day, with the outcome that follows; `nil` when it
  /// counts.
  ///
  /// An answer counts through the last day of its term. One dated after the assessment is not
  /// believed: it cannot have been given.
  static func objection(
    to answer: Answer, question: Question, on day: CalendarDate
  ) -> (Outcome, LocalizedText)? {
    if answer.date > day {
      return (.notReviewed, AssessmentMessages.answeredInFuture(answer.date))
    }
    let terms = [answer.validUntil, question.validFor.map { answer.date.adding($0) }]
    if let last = terms.compactMap({ $0 }).min(), last < day {
      return (.stale, AssessmentMessages.answerExpired(last))
    }
    return nil
  }
}
