// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Chronology
package import Diagnostics

/// What a person answered to the question of a check.
package struct Answer: Sendable {
  /// A file that supports an answer.
  package struct Attachment: Sendable, Hashable {
    /// The path from the assessment folder.
    package let path: String
    /// The SHA-256 of its contents in hexadecimal; `nil` when it could not be read.
    package let sha256: String?
  }

  /// Who answered.
  package let author: String
  /// When.
  package let date: CalendarDate
  /// A remark.
  package let note: String?
  /// The files that support it.
  package let attachments: [Attachment]
  /// The last day on which it counts, when it says so itself.
  package let validUntil: CalendarDate?
  /// The values as a record of the question's type, with `answered_by` and `answered_on`.
  package let record: CELValue
  /// The values as written, for reports, in the order of the question's fields.
  package let texts: [(field: String, text: String)]
  /// Where it is written.
  package let span: SourceSpan
}

/// Names the question that an answer is for.
package struct AnswerKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The control.
  package let control: String
  /// The check inside it.
  package let check: String
  /// The asset, for a question that is answered for each.
  package let asset: String?

  package init(control: String, check: String, asset: String? = nil) {
    self.control = control
    self.check = check
    self.asset = asset
  }

  /// The form in answer files: `DAT-LOG-01.policy` or `DAT-LOG-01.policy@web-1`.
  package var description: String { "\(control).\(check)" + (asset.map { "@\($0)" } ?? "") }

  package static func < (a: AnswerKey, b: AnswerKey) -> Bool { a.description < b.description }
}
