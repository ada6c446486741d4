// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics

/// Something about the enterprise that decides which duties it has; asked once.
package struct OrganizationFact: Sendable {
  /// The kind of value.
  package enum Kind: String, Sendable, CaseIterable {
    /// Yes or no.
    case boolean
    /// A whole number.
    case integer
    /// A text.
    case text
    /// One of several options.
    case choice
    /// A list of texts.
    case list

    /// The type that a rule sees.
    package var type: CELType {
      switch self {
      case .boolean: .bool
      case .integer: .int
      case .text, .choice: .string
      case .list: .list(.string)
      }
    }
  }

  /// The name in `plumbline.yaml` and, after `org.`, in rules.
  package let id: String
  /// The kind of value.
  package let kind: Kind
  /// The question.
  package let question: LocalizedText
  /// Why it is asked and which duties follow.
  package let help: LocalizedText
  /// The least whole number that makes sense.
  package let minimum: Int?
  /// The greatest whole number that makes sense.
  package let maximum: Int?
  /// The possible choices, for a choice.
  package let options: [AnswerField.Option]
}
