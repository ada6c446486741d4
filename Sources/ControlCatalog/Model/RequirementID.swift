// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The name of one article of a law or one clause of a standard, such as `CSL/23(3)`.
package struct RequirementID: Sendable, Hashable, Comparable {
  /// The whole name.
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The name of the law or standard, the part before the first slash.
  package var register: String { String(text.prefix { $0 != "/" }) }

  package static func < (a: RequirementID, b: RequirementID) -> Bool { a.text < b.text }
}

/// A mention of a requirement, with its place for messages.
package struct RequirementCitation: Sendable {
  /// The requirement meant.
  package let id: RequirementID
  /// Where it is mentioned.
  package let span: SourceSpan

  package init(id: RequirementID, span: SourceSpan) {
    self.id = id
    self.span = span
  }
}
