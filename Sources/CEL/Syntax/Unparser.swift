// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension SyntaxTree {
  /// The expression in one line with as few parentheses as its meaning allows.
  ///
  /// Parsing the text again gives the same tree.
  package var unparsed: String { Unparser(tree: self).text(of: root) }
}

/// Writes a tree as text.
private struct Unparser {
  let tree: SyntaxTree

  /// How tight an expression binds; an operand that binds looser needs parentheses.
  private enum Binding: Int, Comparable {
    case conditional, or, and, relation, sum, product, unary, member

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  private static let infix: [String: (sign: String, binding: Binding)] = [
    "_==_": ("==", .relation), "_!=_": ("!=", .relation), "_<_": ("<", .relation),
    "_<=_": ("<=", .relation), "_>_": (">", .relation), "_>=_": (">=", .relation),
    "@in": ("in", .relation), "_+_": ("+", .sum), "_-_": ("-", .sum), "_*_": ("*", .product),
    "_/_": ("/", .product), "_%_": ("%", .product),
  ]

  func text(of id: Expression.ID) -> String {
    switch tree[id].kind {
    case .literal(let value): return value.description
    case .identifier(let name, let isRooted): return (isRooted ? "." : "") + name
    case .select(let select): return field(select)
    case .has(let select): return "has(\(field(select)))"
    case .index(let operand, let index, let isOptional):
      return "\(text(of: operand, atLeast: .member))[\(isOptional ? "?" : "")\(text(of: index))]"
    case .call(let call): return text(of: call)
    case .logical(let sign, let operands):
      let binding: Binding = sign == .and ? .relation : .and
      return operands.map { text(of: $0, atLeast: binding) }.joined(separator: " \(sign.rawValue) ")
    case .conditional(let condition, let then, let otherwise):
      let parts = [text(of: condition, atLeast: .or), text(of: then, atLeast: .or)]
      return "\(parts[0]) ? \(parts[1]) : \(text(of: otherwise))"
    case .list(let elements):
      let parts = elements.map { ($0.isOptional ? "?" : "") + text(of: $0.value) }
      return "[\(parts.joined(separator: ", "))]"
    case .map(let entries):
      let parts = entries.map {
        "\($0.isOptional ? "?" : "")\(text(of: $0.key)): \(text(of: $0.value))"
      }
      return "{\(parts.joined(separator: ", "))}"
    case .message(let name, let fields):
      let parts = fields.map { "\($0.isOptional ? "?" : "")\($0.name): \(text(of: $0.value))" }
      return "\(name){\(parts.joined(separator: ", "))}"
    case .comprehension(let macro):
      let variables = [macro.first.name] + (macro.second.map { [$0.name] } ?? [])
      let bodies = (macro.condition.map { [$0] } ?? []) + [macro.body]
      let arguments = variables + bodies.map { text(of: $0) }
      return "\(text(of: macro.target, atLeast: .member)).\(macro.name)"
        + "(\(arguments.joined(separator: ", ")))"
    case .bind(let variable, let value, let body):
      return "cel.bind(\(variable.name), \(text(of: value)), \(text(of: body)))"
    case .optionalMap(let target, let variable, let body, let isFlat):
      return "\(text(of: target, atLeast: .member)).\(isFlat ? "optFlatMap" : "optMap")"
        + "(\(variable.name), \(text(of: body)))"
    }
  }

  private func field(_ select: Expression.Select) -> String {
    let isPlain = select.field.utf8.allSatisfy(\.isIdentifierPart)
    let name = isPlain ? select.field : "`\(select.field)`"
    return "\(text(of: select.operand, atLeast: .member)).\(select.isOptional ? "?" : "")\(name)"
  }

  private func text(of call: Expression.Call) -> String {
    if let (sign, binding) = Unparser.infix[call.function], call.arguments.count == 2 {
      let left = text(of: call.arguments[0], atLeast: binding)
      let tighter = Binding(rawValue: binding.rawValue + 1)!
      return "\(left) \(sign) \(text(of: call.arguments[1], atLeast: tighter))"
    }
    if call.function == "!_" || call.function == "-_" {
      return prefix(call.function == "!_" ? "!" : "-", call.arguments[0])
    }
    let arguments = call.arguments.map { text(of: $0) }.joined(separator: ", ")
    let receiver = call.target.map { text(of: $0, atLeast: .member) + "." } ?? ""
    return "\(call.isRooted ? "." : "")\(receiver)\(call.function)(\(arguments))"
  }

  private func prefix(_ sign: String, _ operand: Expression.ID) -> String {
    var needsParentheses = binding(of: operand) < .unary
    if case .call(let inner) = tree[operand].kind {
      // A run repeats one sign: `!-x` is not in the grammar.
      if inner.function == (sign == "-" ? "!_" : "-_") { needsParentheses = true }
    }
    let text = text(of: operand)
    // A minus directly before a number, also one inside a member expression, belongs to the number.
    if sign == "-", let first = text.utf8.first, first.isDigit || first == UInt8(ascii: ".") {
      needsParentheses = true
    }
    if sign == "!", text.utf8.first == UInt8(ascii: "-") { needsParentheses = true }
    return needsParentheses ? "\(sign)(\(text))" : sign + text
  }

  private func text(of id: Expression.ID, atLeast binding: Binding) -> String {
    self.binding(of: id) < binding ? "(\(text(of: id)))" : text(of: id)
  }

  private func binding(of id: Expression.ID) -> Binding {
    switch tree[id].kind {
    case .conditional: .conditional
    case .logical(let sign, _): sign == .or ? .or : .and
    case .call(let call):
      Unparser.infix[call.function]?.binding
        ?? (call.function == "!_" || call.function == "-_" ? .unary : .member)
    case .literal(.double(let value)) where !value.isFinite: .product
    default: .member
    }
  }
}
