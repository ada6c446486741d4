// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// One fact that decides which duties apply.
  package struct Fact: Codable, Hashable, Sendable {
    /// The fact.
    package var id: String
    /// What was asked.
    package var question: LocalizedText
    /// The answer; `nil` when it was not answered.
    package var answer: LocalizedText?

    package init(
      id: String,
      question: LocalizedText,
      answer: LocalizedText? = nil
    ) {
      self.id = id
      self.question = question
      self.answer = answer
    }
  }
}
