// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import EvidenceModel
import FoundationEssentials

/// What `eval --format json` writes; names stay as they are from version to version.
struct EvaluationRecord: Encodable {
  /// A place in a file, counted from 1.
  struct Place: Encodable {
    var file: String
    var line: Int
    var column: Int
  }

  /// A message about a place.
  struct Message: Encodable {
    var id: String
    var severity: String
    var message: LocalizedText
    var place: Place?
    var suggestion: LocalizedText?
  }

  var expression: String
  /// `true`, `false`, `value`, `error` or `unknown`; nothing when it was only checked.
  var outcome: Trace.Outcome?
  /// The value, when there is one.
  var value: EvidenceValue?
  /// The type that the checker found.
  var type: String?
  /// The cost of the evaluation in units.
  var cost: Int?
  /// The names of the evidence that is missing.
  var missing: [String]?
  /// Errors, warnings, and why there is no value.
  var diagnostics: [Message]
  /// The expression with as few parentheses as its meaning allows, and with its tree.
  var tree: Node?
  /// Why; with `--explain`.
  var trace: Trace?

  /// A part of the expression.
  struct Node: Encodable {
    var text: String
    var type: String?
    var children: [Node]?
  }

  init(_ outcome: EvaluationOutcome, includesTree: Bool = false) {
    expression = outcome.source.text
    type = outcome.compilation.type?.description
    if let result = outcome.result {
      self.outcome = result.outcome
      cost = outcome.cost
      if case .unknown(let set) = result { missing = set.evidence }
    }
    value = outcome.value.map { EvidenceValue($0) }
    diagnostics = outcome.diagnostics.map(Self.message)
    trace = outcome.trace
    if includesTree, case .success(let tree) = Parser.parse(outcome.source) {
      self.tree = Self.node(tree.root, tree, outcome.compilation.program?.types)
    }
  }

  /// The record as JSON with names in order.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "") + "\n"
  }

  private static func message(_ diagnostic: Diagnostic) -> Message {
    Message(
      id: diagnostic.id, severity: diagnostic.severity.rawValue, message: diagnostic.message,
      place: diagnostic.location.map { location in
        let position = location.position
        return Place(
          file: location.source.name, line: position.line, column: position.column)
      }, suggestion: diagnostic.fixIts.first?.title)
  }

  /// The parser has limited the depth of the tree.
  private static func node(_ id: Int, _ tree: SyntaxTree, _ types: [CELType]?) -> Node {
    let children = tree[id].kind.children.map { node($0, tree, types) }
    return Node(
      text: tree.text(of: id), type: types?[id].description,
      children: children.isEmpty ? nil : children)
  }
}
