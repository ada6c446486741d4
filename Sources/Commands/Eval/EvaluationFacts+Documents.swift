// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import EvidenceModel
import YAMLTree

/// The variable that stands for a whole document.
private let wholeDocument = "data"

extension EvaluationFacts {
  /// Makes variables of a JSON document: one for each member whose name can be one, and `data` for
  /// the whole.
  ///
  /// - Throws: `DiagnosticsError` with what keeps the text from being JSON.
  mutating func add(json source: SourceText) throws {
    let value = try CELValue(JSONReader.read(source), as: .dyn)
    // JSON is also YAML, whose reader knows the line of every value.
    let root = YAMLParser().parse(source).documents.first?.root
    bind(document: value, root)
  }

  /// Makes variables of a YAML document, as of a JSON one.
  ///
  /// - Throws: `DiagnosticsError` with what is wrong with the text.
  mutating func add(yaml source: SourceText) throws(DiagnosticsError) {
    let stream = YAMLParser().parse(source)
    if stream.diagnostics.hasErrors { throw DiagnosticsError(stream.diagnostics) }
    guard let root = stream.documents.first?.root else { return }
    bind(document: CELValue(root), root)
  }

  private mutating func bind(document value: CELValue, _ root: YAMLNode?) {
    let place: @Sendable ([AccessPath.Step]) -> String? = { steps in
      root?.descendant(steps.map(\.name)).map {
        "\($0.span.source.name):\($0.span.position.line)"
      }
    }
    bind(wholeDocument, value, origin: place)
    for (key, member) in value.mapValue?.entries ?? [] {
      guard let name = key.stringValue, VariableName.isValid(name) else { continue }
      bind(name, member) { place([.field(name)] + $0) }
    }
  }
}

extension YAMLNode {
  /// Returns the node at the end of keys and indexes.
  fileprivate func descendant(_ path: [String]) -> YAMLNode? {
    var node = self
    for step in path {
      switch node.kind {
      case .scalar: return nil
      case .mapping:
        guard let next = node[step] else { return nil }
        node = next
      case .sequence:
        let elements = node.elements
        guard let index = Int(step), elements.indices.contains(index) else { return nil }
        node = elements[index]
      }
    }
    return node
  }
}

extension CELValue {
  /// The value that a node of YAML stands for; the parser has limited its depth and its aliases.
  fileprivate init(_ node: YAMLNode) {
    switch node.kind {
    case .scalar:
      switch node.scalar {
      case .null, nil: self = .null
      case .bool(let value): self = .bool(value)
      case .int(let value): self = .int(value)
      case .double(let value): self = .double(value)
      case .string(let value): self = .string(value)
      }
    case .sequence: self = .list(node.elements.map { CELValue($0) })
    case .mapping:
      self = .map(
        node.pairs.map { pair in
          let key = CELValue(pair.key)
          switch key {
          case .bool, .int, .string: return (key, CELValue(pair.value))
          default: return (.string(pair.key.text), CELValue(pair.value))
          }
        })
    }
  }
}
