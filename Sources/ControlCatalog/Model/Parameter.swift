// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics

/// A number or list that a profile or an assessment may set within the limits of the law.
package struct Parameter: Sendable {
  /// The kind of value.
  package enum Kind: String, Sendable, CaseIterable {
    /// A fixed span of time, `P180D` or `PT4H`; no years or months, whose length varies.
    case duration
    /// A whole number.
    case integer
    /// A number.
    case number
    /// A text.
    case text
    /// Yes or no.
    case boolean
    /// A list of texts.
    case list

    /// The type that a rule sees.
    package var type: CELType {
      switch self {
      case .duration: .duration
      case .integer: .int
      case .number: .double
      case .text: .string
      case .boolean: .bool
      case .list: .list(.string)
      }
    }
  }

  /// Why the default is what it is.
  package enum Source: Sendable, Hashable {
    /// A requirement states the value.
    case requirement(RequirementID)
    /// The organisation's own choice; the law names no value.
    case policy
  }

  /// The name that rules use.
  package let name: String
  /// The kind of value.
  package let kind: Kind
  /// The value unless a profile or an assessment sets another.
  package let defaultValue: CELValue
  /// The default as written, for people.
  package let defaultText: String
  /// The least value that may be set.
  package let minimum: CELValue?
  /// The greatest value that may be set.
  package let maximum: CELValue?
  /// The only values that may be set; empty when all may.
  package let allowed: [CELValue]
  /// What the parameter is, for people.
  package let label: LocalizedText
  /// Where the default comes from.
  package let source: Source
  /// Where the default is written.
  package let span: SourceSpan
}
