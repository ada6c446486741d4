// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// One field of an answer.
  package struct AnswerField: Codable, Hashable, Sendable {
    /// What was asked.
    package var label: LocalizedText
    /// What was said.
    package var value: LocalizedText

    package init(
      label: LocalizedText,
      value: LocalizedText
    ) {
      self.label = label
      self.value = value
    }
  }
}
