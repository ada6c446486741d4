// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import YAMLTree

/// Turns the documents of a YAML stream into values, aliases and merge keys followed.
struct YAMLData {
  private var lines: [[String]: Int] = [:]
  private var count = 0
  private let reader: HostReader

  private init(_ reader: HostReader) { self.reader = reader }

  /// Returns the values of the documents of a text.
  ///
  /// - Throws: with the first mistake of the text, or past a limit.
  static func documents(_ source: SourceText, _ reader: HostReader) throws(CollectionFailure)
    -> [LocatedData]
  {
    var limits = YAMLLimits()
    limits.nesting = LocatedData.maximumDepth
    limits.nodes = 2 * LocatedData.maximumCount
    limits.aliasedNodes = LocatedData.maximumCount
    let stream = YAMLParser(limits: limits).parse(source)
    if stream.diagnostics.contains(where: { $0.severity == .error }) {
      throw reader.failure(DiagnosticsError(stream.diagnostics), in: source.name)
    }
    var documents: [LocatedData] = []
    for document in stream.documents {
      var data = YAMLData(reader)
      data.lines[[]] = Self.line(of: document.root)
      let value = try data.value(of: document.root, at: [])
      documents.append(LocatedData(value, lines: data.lines))
    }
    return documents
  }

  private mutating func value(of node: YAMLNode, at path: [String]) throws(CollectionFailure)
    -> EvidenceValue
  {
    count += 1
    guard count <= LocatedData.maximumCount else {
      let limit = LocatedData.maximumCount
      let name = node.document.source.name
      throw reader.failure(.failed, CollectorMessages.tooManyValues(name, limit))
    }
    guard path.count <= LocatedData.maximumDepth else {
      let rule = CollectorMessages.tooDeep(LocatedData.maximumDepth)
      throw failure(rule, at: node)
    }
    switch node.kind {
    case .scalar: return scalar(node)
    case .sequence:
      var values: [EvidenceValue] = []
      for (index, element) in node.elements.enumerated() {
        let inner = path + [String(index)]
        lines[inner] = Self.line(of: element)
        values.append(try value(of: element, at: inner))
      }
      return .list(values)
    case .mapping:
      var object = EvidenceObject()
      for pair in node.pairs {
        guard pair.key.kind == .scalar else {
          throw failure(CollectorMessages.keyMustBeText, at: pair.key)
        }
        let inner = path + [pair.key.text]
        lines[inner] = Self.line(of: pair.key)
        object[pair.key.text] = try value(of: pair.value, at: inner)
      }
      return .object(object)
    }
  }

  private func scalar(_ node: YAMLNode) -> EvidenceValue {
    switch node.scalar {
    case .null, nil: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    // JSON has no such numbers; the text keeps what was written.
    case .double(let value): value.isFinite ? .double(value) : .string(node.text)
    case .string(let value): .string(value)
    }
  }

  private func failure(_ rule: LocalizedText, at node: YAMLNode) -> CollectionFailure {
    reader.failure(rule, at: Self.line(of: node), of: node.document.source.name)
  }

  private static func line(of node: YAMLNode) -> Int { node.span.position.line }
}
