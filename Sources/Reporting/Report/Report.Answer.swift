// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// What a person said, and when.
  package struct Answer: Codable, Hashable, Sendable {
    /// The answer, field by field.
    package var fields: [AnswerField]
    /// The person.
    package var answeredBy: String
    /// The day.
    package var answeredOn: String
    /// The last day on which it holds.
    package var validUntil: String?
    /// A remark.
    package var note: LocalizedText?
    /// Evidence register entries of attached files.
    package var attachments: [String]

    private enum CodingKeys: String, CodingKey {
      case fields, note, attachments
      case answeredBy = "answered_by"
      case answeredOn = "answered_on"
      case validUntil = "valid_until"
    }

    package init(
      fields: [AnswerField] = [],
      answeredBy: String,
      answeredOn: String,
      validUntil: String? = nil,
      note: LocalizedText? = nil,
      attachments: [String] = []
    ) {
      self.fields = fields
      self.answeredBy = answeredBy
      self.answeredOn = answeredOn
      self.validUntil = validUntil
      self.note = note
      self.attachments = attachments
    }
  }
}
