// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Chronology
package import Diagnostics

/// What a person is asked when no machine can tell.
package struct Question: Sendable {
  /// Whether one answer serves the whole organisation.
  package enum Scope: String, Sendable, CaseIterable {
    /// Answered once.
    case organization
    /// Answered for each asset.
    case asset
  }

  /// The question.
  package let text: LocalizedText
  /// What to look at before answering.
  package let guidance: LocalizedText?
  /// Whether one answer serves all assets.
  package let scope: Scope
  /// What an answer consists of, in the order asked.
  package let fields: [AnswerField]
  /// The document to attach, when one is wanted.
  package let attachment: LocalizedText?
  /// How long an answer holds after its day; without it an answer holds until it is changed.
  package let validFor: CalendarPeriod?

  /// The type of the variable `answer`.
  package let recordType: RecordType
}

/// One value that an answer consists of.
package struct AnswerField: Sendable {
  /// The kind of value.
  package enum Kind: String, Sendable, CaseIterable {
    /// Yes or no.
    case boolean
    /// A text.
    case text
    /// A whole number.
    case integer
    /// A number.
    case number
    /// A day.
    case date
    /// A span of time.
    case duration
    /// One of several options.
    case choice
    /// A list of texts.
    case list

    /// The type that a rule sees; a day is its first instant in China.
    package var type: CELType {
      switch self {
      case .boolean: .bool
      case .text, .choice: .string
      case .integer: .int
      case .number: .double
      case .date: .timestamp
      case .duration: .duration
      case .list: .list(.string)
      }
    }
  }

  /// One possible choice.
  package struct Option: Sendable {
    /// The value that an answer file and a rule use.
    package let id: String
    /// The choice, for people.
    package let label: LocalizedText
  }

  /// The name that answer files and rules use.
  package let name: String
  /// The kind of value.
  package let kind: Kind
  /// What the value is, for people.
  package let label: LocalizedText
  /// Whether an answer is complete without it.
  package let isOptional: Bool
  /// The possible choices, for a choice.
  package let options: [Option]
}
