// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology
package import Diagnostics

/// One law or standard with its requirements.
package struct RequirementRegister: Sendable {
  /// What sort of text binds whom how.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    /// A statute of the National People's Congress or its Standing Committee.
    case law
    /// An administrative regulation of the State Council.
    case regulation
    /// A departmental rule.
    case measure
    /// A national or international standard.
    case standard
    /// An official answer or guide that binds nobody by itself.
    case guidance
  }

  /// The prefix of its requirements' names, such as `CSL`.
  package let id: String
  /// What sort of text it is.
  package let kind: Kind
  /// The full title.
  package let title: LocalizedText
  /// The title as people say it.
  package let shortTitle: LocalizedText
  /// The edition or amendment described.
  package let version: LocalizedText
  /// The first day in force.
  package let inForceFrom: CalendarDate?
  /// The first day no longer in force.
  package let inForceUntil: CalendarDate?
  /// Where the facts were read.
  package let source: String
  /// The requirements in the order of the text.
  package let requirements: [Requirement]
}
