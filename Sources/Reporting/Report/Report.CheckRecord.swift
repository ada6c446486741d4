// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// One check of one control for one asset.
  package struct CheckRecord: Codable, Hashable, Sendable {
    /// The check within its control.
    package var id: String
    /// What it looks at.
    package var title: LocalizedText
    /// Interview, examine or test.
    package var method: Method
    /// What it came to.
    package var outcome: Outcome
    /// What a person was asked.
    package var question: LocalizedText?
    /// The rule as written.
    package var expectation: String?
    /// Where the rule stands, such as `Controls/data-security/DAT-LOG-01.yaml:31`.
    package var position: String?
    /// Why it came to that.
    package var reason: LocalizedText?
    /// How the rule came to its value.
    package var trace: ReportTrace?
    /// What a person said.
    package var answer: Answer?
    /// The evidence used.
    package var evidence: [String]

    package init(
      id: String,
      title: LocalizedText,
      method: Method,
      outcome: Outcome,
      question: LocalizedText? = nil,
      expectation: String? = nil,
      position: String? = nil,
      reason: LocalizedText? = nil,
      trace: ReportTrace? = nil,
      answer: Answer? = nil,
      evidence: [String] = []
    ) {
      self.id = id
      self.title = title
      self.method = method
      self.outcome = outcome
      self.question = question
      self.expectation = expectation
      self.position = position
      self.reason = reason
      self.trace = trace
      self.answer = answer
      self.evidence = evidence
    }
  }
}
