// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// What the reader must know before he trusts a number.
  package struct Notice: Codable, Hashable, Sendable {
    /// How grave it is.
    package var kind: NoticeKind
    /// What it is.
    package var text: LocalizedText

    package init(
      kind: NoticeKind,
      text: LocalizedText
    ) {
      self.kind = kind
      self.text = text
    }
  }
}
