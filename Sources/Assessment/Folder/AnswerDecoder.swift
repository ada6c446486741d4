// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
package import ControlCatalog
package import Diagnostics
import YAMLTree

/// Reads the files `answers/*.yaml` of an assessment.
package struct AnswerDecoder {
  /// The controls whose questions can be answered.
  let library: ControlLibrary
  /// The assets that questions can be answered for.
  let assets: [Asset]
  /// Returns the SHA-256 of a file of the assessment folder in hexadecimal, or `nil` when it cannot
  /// be read or lies outside.
  let attachmentDigest: (String) -> String?

  package init(
    library: ControlLibrary, assets: [Asset], attachmentDigest: @escaping (String) -> String?
  ) {
    self.library = library
    self.assets = assets
    self.attachmentDigest = attachmentDigest
  }

  /// Returns the answers of all files, and all that is wrong with them.
  package func decode(_ sources: [SourceText]) -> (book: AnswerBook, diagnostics: [Diagnostic]) {
    var entries: [AnswerKey: AnswerBook.Entry] = [:]
    var diagnostics: [Diagnostic] = []
    for source in sources {
      let stream = YAMLParser().parse(source)
      let context = DecodingContext(stream.diagnostics)
      if let root = stream.documents.first?.root, !root.isNull {
        for pair in root.kind == .mapping ? root.pairs : [] {
          guard let (key, entry) = self.entry(pair, context) else { continue }
          if entries.updateValue(entry, forKey: key) != nil {
            context.report("duplicate-answer", ScopeMessages.answeredTwice(key), at: pair.key)
          }
        }
        if root.kind != .mapping { _ = context.mapping(root, of: ScopeMessages.answers) }
      }
      diagnostics += context.diagnostics
    }
    return (AnswerBook(entries), diagnostics.inReadingOrder())
  }

  private func entry(
    _ pair: YAMLPair, _ context: DecodingContext
  ) -> (AnswerKey, AnswerBook.Entry)? {
    // An entry that nobody has begun to fill in is no answer.
    guard let (key, question) = self.question(pair.key, context), !pair.value.isNull,
      var map = context.mapping(pair.value, of: ScopeMessages.answer)
    else { return nil }
    let filled = pair.value.pairs.filter { Self.isFilled($0.value) }
    if filled.isEmpty { return nil }
    let author = map.required("answered_by", String.self)
    let date = map.required("answered_on", CalendarDate.self)
    let note = Self.given(map.node("note")).flatMap { String(from: $0, context) }
    let validUntil = Self.given(map.node("valid_until"))
      .flatMap { CalendarDate(from: $0, context) }
    let attachments =
      Self.given(map.node("attachments"))
      .map { context.list($0, of: Located<String>.self) } ?? []
    var values: [String: CELValue] = [:]
    var texts: [(String, String)] = []
    var missing: [AnswerField] = []
    for field in question.fields {
      guard let node = Self.given(map.node(field.name)) else {
        if !field.isOptional { missing.append(field) }
        continue
      }
      values[field.name] = value(node, of: field, context)
      texts.append((field.name, ParameterDecoder.text(of: node)))
    }
    map.finish()
    guard let author, let date else { return nil }
    values[AnswerVariables.author] = .string(author)
    values[AnswerVariables.date] = .timestamp(date.startOfDay)
    let answer = Answer(
      author: author, date: date, note: note,
      attachments: attachments.map { attachment($0, context) }, validUntil: validUntil,
      record: .record(question.recordType, values), texts: texts, span: pair.value.span)
    return (key, AnswerBook.Entry(answer: answer, missing: missing))
  }

  /// Whether somebody wrote something into a value.
  private static func isFilled(_ node: YAMLNode) -> Bool {
    node.kind == .scalar ? !node.isNull && !node.text.isEmpty : node.count > 0
  }

  /// Returns a node unless it was left empty.
  private static func given(_ node: YAMLNode?) -> YAMLNode? {
    node.flatMap { $0.isNull ? nil : $0 }
  }

  private func value(
    _ node: YAMLNode, of field: AnswerField, _ context: DecodingContext
  ) -> CELValue? {
    if field.kind == .choice, !field.options.contains(where: { $0.id == node.text }) {
      let options = field.options.map(\.id)
      context.reportWrongType(
        node,
        expected: LocalizedText(
          zh: "以下之一: \(options.joined(separator: ", "))",
          en: "one of: \(options.joined(separator: ", "))"),
        fixIts: context.suggestion(for: node, among: options))
      return nil
    }
    return TypedValueDecoder.decode(node, as: field.kind.type, context)
  }

  private func attachment(
    _ path: Located<String>, _ context: DecodingContext
  ) -> Answer.Attachment {
    let digest = attachmentDigest(path.value)
    if digest == nil {
      context.report(
        Diagnostic(
          "missing-attachment", ScopeMessages.attachmentMissing(path.value), at: path.span))
    }
    return Answer.Attachment(path: path.value, sha256: digest)
  }

  private func question(
    _ node: YAMLNode, _ context: DecodingContext
  ) -> (AnswerKey, Question)? {
    guard let key = AnswerKey(node.text) else {
      context.report("answer-key", ScopeMessages.answerKeyForm(node.text), at: node)
      return nil
    }
    let name = "\(key.control).\(key.check)"
    let check = library.control(key.control)?.checks.first { $0.id == key.check }
    guard let question = check?.question else {
      let known = library.controls.flatMap { control in
        control.checks.filter { !$0.isAutomated }.map { "\(control.id).\($0.id)" }
      }
      context.report(
        "unknown-question", ScopeMessages.noSuchQuestion(name), at: node,
        fixIts: key.asset == nil ? context.suggestion(for: node, among: known) : [])
      return nil
    }
    switch (question.scope, key.asset) {
    case (.organization, _?):
      context.report("answer-asset", ScopeMessages.assetNotNeeded(name), at: node)
      return nil
    case (.asset, nil):
      context.report("answer-asset", ScopeMessages.assetNeeded(name), at: node)
      return nil
    case (.asset, let asset?) where !assets.contains { $0.id == asset }:
      context.report(
        "unknown-asset", ScopeMessages.noSuchAsset(asset), at: node)
      return nil
    default:
      return (key, question)
    }
  }
}

extension AnswerKey {
  /// Creates a key from its form in answer files.
  init?(_ text: String) {
    let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), halves.last?.isEmpty == false else {
      return nil
    }
    self.init(
      control: parts[0], check: parts[1], asset: halves.count == 2 ? String(halves[1]) : nil)
  }
}
