// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// Something that the report cannot say.
  package struct Limitation: Codable, Hashable, Sendable {
    /// Why it cannot.
    package var kind: LimitationKind
    /// What it is.
    package var text: LocalizedText

    package init(
      kind: LimitationKind,
      text: LocalizedText
    ) {
      self.kind = kind
      self.text = text
    }
  }
}
