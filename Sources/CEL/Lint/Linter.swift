// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Warns of valid expressions that hardly mean what they say.
struct Linter {
  let checked: CheckedTree
  let nodes: [Node?]
  var diagnostics: [Diagnostic] = []

  /// Returns the warnings for a whole expression.
  static func lint(_ checked: CheckedTree, _ nodes: [Node?]) -> [Diagnostic] {
    var linter = Linter(checked: checked, nodes: nodes)
    linter.visit(checked.tree.root, isRoot: true)
    return linter.diagnostics
  }

  private mutating func visit(_ id: Expression.ID, isRoot: Bool = false) {
    if let truth = nodes[id]?.constant?.boolValue, isRoot || !isLiteral(id) {
      warn(LintMessages.always(truth), at: id)
      return
    }
    // What is constant and no condition is nothing to remark on, and neither are its parts.
    if nodes[id]?.constant != nil { return }
    switch checked.tree[id].kind {
    case .has(let select): has(id, select)
    case .logical(let sign, let operands):
      for operand in operands where nodes[operand]?.constant?.boolValue != nil {
        if isLiteral(operand), let truth = nodes[operand]?.constant?.boolValue {
          warn(LintMessages.always(truth), at: operand)
        }
      }
      chain(id, sign, operands)
    case .conditional(let condition, _, _):
      if isLiteral(condition), let truth = nodes[condition]?.constant?.boolValue {
        warn(LintMessages.always(truth), at: condition)
      }
    case .call(let call) where call.arguments.count == 2 && call.target == nil:
      comparison(id, call)
    default: break
    }
    for child in checked.tree[id].kind.children where nodes[child] != nil { visit(child) }
  }

  private func isLiteral(_ id: Expression.ID) -> Bool {
    if case .literal = checked.tree[id].kind { true } else { false }
  }

  private mutating func has(_ id: Expression.ID, _ select: Expression.Select) {
    guard case .record(let record) = checked.types[select.operand],
      let field = record.field(select.field), !field.isOptional
    else { return }
    warn(LintMessages.fieldAlwaysExists(field.name, of: record.name), at: id)
  }

  private mutating func comparison(_ id: Expression.ID, _ call: Expression.Call) {
    let (left, right) = (call.arguments[0], call.arguments[1])
    if let truth = call.truthOfSameOperands, text(left) == text(right),
      !canBeNaN(checked.types[left])
    {
      warn(LintMessages.sameOperands(OperatorNames.symbol(call.function), truth), at: id)
      return
    }
    if call.function == "_==_" || call.function == "_!=_" {
      if neverEqual(left, right) || neverEqual(right, left) {
        warn(LintMessages.neverEqual(call.function == "_==_"), at: id)
      }
    } else if let truth = Bounds.truth(call, in: self) {
      warn(LintMessages.always(truth), at: id)
    }
  }

  private func canBeNaN(_ type: CELType) -> Bool {
    switch type {
    case .double, .dyn, .list, .map, .record: true
    default: false
    }
  }

  /// Whether a value of the left side can never be the constant on the right.
  private func neverEqual(_ left: Expression.ID, _ right: Expression.ID) -> Bool {
    guard let constant = nodes[right]?.constant else { return false }
    switch (constant, checked.types[left]) {
    case (.null, .dyn), (.null, .null), (.null, .optional), (.null, .parameter): return false
    case (.null, _): return true
    case (.int(let value), _): return value < 0 && Bounds.isSize(left, in: self)
    case (.string(let text), _): return !canReturn(text.text, left)
    default: return false
    }
  }

  /// Whether a text can come out of a function that changes letters or blanks.
  private func canReturn(_ text: String, _ id: Expression.ID) -> Bool {
    guard case .call(let call) = checked.tree[id].kind, call.target != nil else { return true }
    switch call.function {
    case "lowerAscii": return !text.utf8.contains { (0x41...0x5A).contains($0) }
    case "upperAscii": return !text.utf8.contains { (0x61...0x7A).contains($0) }
    case "trim": return text.utf8.first != 0x20 && text.utf8.last != 0x20
    default: return true
    }
  }

  func text(_ id: Expression.ID) -> String { checked.tree.text(of: id) }

  mutating func warn(_ message: CheckerMessages.Message, at id: Expression.ID) {
    diagnostics.append(
      Diagnostic(
        message.id, message.text, severity: .warning,
        at: checked.tree.source.span(of: checked.tree[id].range)))
  }
}

extension Expression.Call {
  /// What a comparison of an expression with itself always is.
  fileprivate var truthOfSameOperands: Bool? {
    switch function {
    case "_==_", "_<=_", "_>=_": true
    case "_!=_", "_<_", "_>_": false
    default: nil
    }
  }
}
