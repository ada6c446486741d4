// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import EvidenceModel
import YAMLTree

/// Reads one check of a control.
struct CheckDecoder {
  let compiler: RuleCompiler
  let collectors: [String: CollectorDescription]
  /// The variables of every check of the control.
  let shared: [(name: String, type: CELType)]

  /// Returns the check, or `nil` after it was reported why there is none.
  func check(_ node: YAMLNode, _ context: DecodingContext) -> Check? {
    guard var map = context.mapping(node, of: CatalogMessages.check) else { return nil }
    let id = map.required("id", Identifier.self)
    let title = map.required("title", LocalizedText.self)
    let method = map.enumeration("method", Check.Method.self)
    let message = map.optional("message", LocalizedText.self)
    let onAbsent = map.enumeration("on_absent", Check.Absence.self, default: .notReviewed)
    let subject = self.subject(&map, context)
    let text = map.required("expect", EmbeddedText.self)
    map.finish()
    guard let subject else { return nil }
    let rule = compiler.compile(text, variables: shared + subject.variables, context)
    guard let id, let title, let method, let rule, let input = subject.input else { return nil }
    return Check(
      id: id.text, title: title, method: method, input: input, expectation: rule,
      onAbsent: onAbsent, message: message, span: node.span)
  }

  /// What a check looks at, as far as it can be read.
  private struct Subject {
    /// What it looks at; `nil` when that is faulty.
    let input: Check.Input?
    /// What its rule sees, with what is faulty in it.
    let variables: [(name: String, type: CELType)]
  }

  private func subject(_ map: inout MappingReader, _ context: DecodingContext) -> Subject? {
    let evidence = map.node("evidence")
    let question = map.optional("question", LocalizedText.self)
    let asks = map.node("question") != nil
    let details = QuestionDecoder.Details(&map)
    switch (evidence, asks) {
    case (let evidence?, false):
      details.reportMisplaced(context)
      return self.evidence(evidence, context)
    case (nil, true):
      let decoded = QuestionDecoder.question(question, details, &map, context)
      return Subject(
        input: decoded.question.map { .question($0) },
        variables: [(RuleVariables.answer, decoded.type)])
    default:
      if evidence != nil || !(map.node.mayHaveLost("evidence") || map.node.mayHaveLost("question"))
      {
        context.report("check-input", CatalogMessages.checkInput, at: map.node)
      }
      return nil
    }
  }

  private func evidence(_ node: YAMLNode, _ context: DecodingContext) -> Subject? {
    guard let entries = YAMLEntries<YAMLNode>(from: node, context)?.entries else { return nil }
    var evidence: [Check.Evidence] = []
    var variables: [(name: String, type: CELType)] = []
    for entry in entries {
      if Identifier(yamlText: entry.name) == nil {
        context.report(CatalogMessages.invalidName(entry.name, at: entry.nameSpan))
      }
      guard let (query, description) = query(entry.value, context) else {
        variables.append((entry.name, .error))
        continue
      }
      variables.append((entry.name, .record(description.output)))
      evidence.append(
        Check.Evidence(
          name: entry.name, query: query, type: description.output, span: entry.value.span))
    }
    if entries.isEmpty, !node.isTruncated {
      context.report("check-input", CatalogMessages.checkInput, at: node)
    }
    if node.isTruncated || entries.isEmpty { return nil }
    let isWhole = evidence.count == entries.count
    return Subject(input: isWhole ? .evidence(evidence) : nil, variables: variables)
  }

  private func query(
    _ node: YAMLNode, _ context: DecodingContext
  ) -> (EvidenceQuery, CollectorDescription)? {
    guard node.kind == .mapping, let name = node["collector"] else {
      context.report("missing-key", CatalogMessages.missingCollector, at: node)
      return nil
    }
    guard let description = collectors[name.text] else {
      context.report(
        "unknown-collector", CatalogMessages.unknownCollector(name.text), at: name,
        fixIts: context.suggestion(for: name, among: collectors.keys.sorted()))
      return nil
    }
    var arguments: [String: EvidenceValue] = [:]
    for pair in node.pairs where pair.key.text != "collector" {
      arguments[pair.key.text] = EvidenceValue(pair.value)
    }
    let problems = CollectorArguments.problems(in: arguments, description.arguments)
    for problem in problems {
      let pair = node.pair(problem.name)
      context.report(
        "collector-argument", problem.message, at: pair?.key ?? node,
        fixIts: pair.map {
          context.suggestion(for: $0.key, among: description.arguments.map(\.name))
        } ?? [])
    }
    let query = EvidenceQuery(collector: description.id, arguments: arguments)
    return problems.isEmpty ? (query, description) : nil
  }
}

extension EvidenceValue {
  /// Creates the value of a node that holds no mapping: the arguments of collectors are flat.
  fileprivate init(_ node: YAMLNode) {
    switch node.kind {
    case .sequence:
      self = .list(node.elements.map { .string($0.text) })
    case .mapping:
      self = .null
    case .scalar:
      switch node.scalar {
      case .bool(let value): self = .bool(value)
      case .int(let value): self = .int(value)
      case .double(let value): self = .double(value)
      case .null, nil: self = .null
      case .string(let text): self = .string(text)
      }
    }
  }
}
