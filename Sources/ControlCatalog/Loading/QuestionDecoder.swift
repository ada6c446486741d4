// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
import YAMLTree

/// Reads the question of a check.
enum QuestionDecoder {
  /// The keys of a check that only a question has.
  struct Details {
    let guidance: LocalizedText?
    let scope: YAMLNode?
    let answer: YAMLNode?

    init(_ map: inout MappingReader) {
      guidance = map.optional("guidance", LocalizedText.self)
      scope = map.node("per")
      answer = map.node("answer")
    }

    /// Reports keys that a check on evidence cannot have.
    func reportMisplaced(_ context: DecodingContext) {
      for node in [scope, answer].compactMap({ $0 }) {
        context.report("misplaced-key", CatalogMessages.misplacedQuestionKey, at: node)
      }
    }
  }

  /// Returns the question, or `nil` after it was reported why there is none, and the type of its
  /// answer as far as it can be told.
  static func question(
    _ text: LocalizedText?, _ details: Details, _ map: inout MappingReader,
    _ context: DecodingContext
  ) -> (question: Question?, type: CELType) {
    guard let node = details.answer else {
      map.reportMissing("answer", "missing-key", CatalogMessages.missingAnswer)
      return (nil, .error)
    }
    guard var answer = context.mapping(node, of: CatalogMessages.answer) else {
      return (nil, .error)
    }
    let names = answer.entries("fields", YAMLNode.self, atLeast: 1)
    let attachment = answer.optional("attachment", LocalizedText.self)
    let validFor = answer.optional("valid_for", CalendarPeriod.self)
    answer.finish()
    let fields = names.compactMap { field($0, context) }
    let scope = details.scope.flatMap { Question.Scope(from: $0, context) } ?? .organization
    if names.isEmpty || node["fields"]?.isTruncated == true { return (nil, .error) }
    let type = recordType(
      of: fields, faulty: names.map(\.name).filter { name in !fields.contains { $0.name == name } })
    guard let text, fields.count == names.count else { return (nil, .record(type)) }
    let question = Question(
      text: text, guidance: details.guidance, scope: scope, fields: fields, attachment: attachment,
      validFor: validFor, recordType: type)
    return (question, .record(type))
  }

  private static func field(
    _ entry: YAMLEntry<YAMLNode>, _ context: DecodingContext
  ) -> AnswerField? {
    if Identifier(yamlText: entry.name) == nil {
      context.report(CatalogMessages.invalidName(entry.name, at: entry.nameSpan))
    }
    let body = context.named(entry.name) { AnswerFieldBody(from: entry.value, context) }
    return body?.field(named: entry.name)
  }

  private static func recordType(of fields: [AnswerField], faulty: [String]) -> RecordType {
    RecordType(
      name: "answer",
      fields: fields.map {
        RecordType.Field(
          $0.name, $0.kind.type, documentation: $0.label, isOptional: $0.isOptional)
      } + faulty.map(RecordType.Field.init(faulty:)) + [
        RecordType.Field(
          AnswerVariables.author, .string,
          documentation: LocalizedText(zh: "回答人", en: "Who answered")),
        RecordType.Field(
          AnswerVariables.date, .timestamp,
          documentation: LocalizedText(zh: "回答日期", en: "When it was answered")),
      ])
  }
}

/// The fields that every answer has.
package enum AnswerVariables {
  /// Who answered.
  package static let author = "answered_by"
  /// The day of the answer.
  package static let date = "answered_on"
}

/// A field of an answer but for its name.
private struct AnswerFieldBody: YAMLDecodable {
  let kind: AnswerField.Kind
  let label: LocalizedText
  let isOptional: Bool
  let options: [AnswerField.Option]

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.answerField) else { return nil }
    let kind = map.enumeration("type", AnswerField.Kind.self)
    let zh = map.required("zh", String.self)
    let en = map.required("en", String.self)
    isOptional = map.optional("optional", Bool.self) ?? false
    options = map.entries("options", LocalizedText.self).map {
      AnswerField.Option(id: $0.name, label: $0.value)
    }
    map.finish()
    guard let kind, let zh, let en else { return nil }
    if (kind == .choice) != !options.isEmpty {
      context.report("choice-options", CatalogMessages.choiceOptions, at: node)
    }
    self.kind = kind
    label = LocalizedText(zh: zh, en: en)
  }

  func field(named name: String) -> AnswerField {
    AnswerField(name: name, kind: kind, label: label, isOptional: isOptional, options: options)
  }
}
