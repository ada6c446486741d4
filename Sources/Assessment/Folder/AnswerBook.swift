// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ControlCatalog
import Diagnostics

/// The answers of an assessment.
package struct AnswerBook: Sendable {
  /// An answer with the fields that it should have and has not.
  package struct Entry: Sendable {
    /// The answer.
    package let answer: Answer
    /// The fields that are not filled in.
    package let missing: [AnswerField]
  }

  /// The answers by question.
  package let entries: [AnswerKey: Entry]

  package init(_ entries: [AnswerKey: Entry] = [:]) {
    self.entries = entries
  }

  /// Returns what was answered to a check's question for an asset.
  package func input(for check: Check, of control: Control, asset: Asset) -> AnswerInput {
    let isPerAsset = check.question?.scope == .asset
    let key = AnswerKey(control: control.id, check: check.id, asset: isPerAsset ? asset.id : nil)
    guard let entry = entries[key] else { return .unanswered }
    return entry.missing.isEmpty
      ? .answered(entry.answer) : .incomplete(entry.answer, missing: entry.missing)
  }
}
