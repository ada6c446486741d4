// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
package import Diagnostics

/// One column of a register: its name, what may stand in it, and what it means.
package struct RecordField: Sendable {
  /// What may stand in a column.
  package enum Kind: Sendable {
    /// A text.
    case text
    /// Texts; in CSV separated by semicolons.
    case list
    /// A calendar date such as `2026-01-31`.
    case date
    /// A time such as `2026-01-31T08:00:00+08:00`, or in Beijing time `2026-01-31 08:00`.
    case time
    /// An ISO 8601 duration of days, hours, minutes and seconds, such as `PT4H`.
    case duration
    /// A whole number that is not negative.
    case count
    /// True or false.
    case flag
    /// One of a set of words, each with the words people use for it.
    case choice([Option])
  }

  /// One word of a choice.
  package struct Option: Sendable {
    /// The word in rules and files.
    package let id: String
    /// The word for people, which files may use as well.
    package let label: LocalizedText

    init(_ id: String, zh: String, en: String) {
      self.id = id
      label = LocalizedText(zh: zh, en: en)
    }
  }

  /// The name in rules, in YAML and as a header of CSV.
  package let name: String
  /// What may stand in it.
  package let kind: Kind
  /// Whether every record must have it.
  package let isRequired: Bool
  /// The name for people; the Chinese one is a header of CSV and a key of YAML as well.
  package let label: LocalizedText
  /// What it means.
  package let doc: LocalizedText

  private init(
    _ name: String, _ kind: Kind, isRequired: Bool, _ label: (zh: String, en: String),
    _ doc: (zh: String, en: String)
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.label = LocalizedText(zh: label.zh, en: label.en)
    self.doc = LocalizedText(zh: doc.zh, en: doc.en)
  }

  /// Declares a column that every record must fill in.
  static func required(
    _ name: String, _ kind: Kind, _ label: (zh: String, en: String), zh: String, en: String
  ) -> Self {
    Self(name, kind, isRequired: true, label, (zh, en))
  }

  /// Declares a column that may be left empty.
  static func optional(
    _ name: String, _ kind: Kind, _ label: (zh: String, en: String), zh: String, en: String
  ) -> Self {
    Self(name, kind, isRequired: false, label, (zh, en))
  }

  /// The column as a field of the evidence; a list that is left empty is an empty list.
  var outputField: RecordType.Field {
    let type: CELType =
      switch kind {
      case .text, .choice: .string
      case .list: .list(.string)
      case .date, .time: .timestamp
      case .duration: .duration
      case .count: .int
      case .flag: .bool
      }
    let isAlwaysThere = if case .list = kind { true } else { isRequired }
    return RecordType.Field(name, type, documentation: doc, isOptional: !isAlwaysThere)
  }

  /// Whether a key of a file names this column; case and blanks around it do not matter.
  func isNamed(_ key: String) -> Bool {
    let key = key.trimmingBlanks().lowercased()
    return key == name || key == label.zh.lowercased() || key == label.en.lowercased()
  }
}

extension String {
  /// Returns the text without white space at its ends.
  func trimmingBlanks() -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
