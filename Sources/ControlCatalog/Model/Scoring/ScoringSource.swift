// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Where a scoring table comes from and how well it is known.
package struct ScoringSource: Sendable {
  /// The name of the table.
  package let id: String
  /// The title.
  package let title: LocalizedText
  /// The text that it was taken from.
  package let source: String
  /// How well it is known.
  package let standing: Requirement.Standing
  /// A caveat that reports print.
  package let note: LocalizedText?

  package init(
    id: String, title: LocalizedText, source: String, standing: Requirement.Standing,
    note: LocalizedText? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.standing = standing
    self.note = note
  }
}
