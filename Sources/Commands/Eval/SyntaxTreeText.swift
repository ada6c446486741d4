// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL

/// Draws the tree of an expression, one line for each part with its type.
///
///     &&                      bool
///     ├─ .enabled             dyn
///     │  └─ firewall          dyn
///     └─ all c                bool
struct SyntaxTreeText {
  private let tree: SyntaxTree
  private let types: [CELType]?
  private var rows: [(String, String)] = []

  /// Draws a tree, with the types that a checked program gives its parts.
  static func text(of tree: SyntaxTree, _ program: Program?) -> String {
    var drawing = SyntaxTreeText(tree: tree, types: program?.types)
    drawing.add(tree.root, head: "", rest: "")
    return Columns(drawing.rows).text.split(separator: "\n")
      .map { $0.reversed().drop { $0 == " " }.reversed() }
      .map { String($0) + "\n" }.joined()
  }

  private init(tree: SyntaxTree, types: [CELType]?) {
    self.tree = tree
    self.types = types
  }

  /// The parser has limited the depth of the tree.
  private mutating func add(_ id: Expression.ID, head: String, rest: String) {
    rows.append((head + label(id), types?[id].description ?? ""))
    let children = tree[id].kind.children
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      add(child, head: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "))
    }
  }

  private func label(_ id: Expression.ID) -> String {
    switch tree[id].kind {
    case .literal, .identifier:
      tree.text(of: id).split(whereSeparator: \.isNewline).joined(separator: " ")
    case .select(let select): "\(select.isOptional ? ".?" : ".")\(select.field)"
    case .has(let select): "has .\(select.field)"
    case .index(_, _, let isOptional): isOptional ? "[?]" : "[]"
    case .call(let call):
      call.target == nil ? OperatorNames.symbol(call.function) : ".\(call.function)()"
    case .logical(let sign, _): sign.rawValue
    case .conditional: "? :"
    case .list(let elements): "list of \(elements.count)"
    case .map(let entries): "map of \(entries.count)"
    case .message(let name, _): name
    case .comprehension(let macro):
      "\(macro.name) \(macro.first.name)" + (macro.second.map { ", \($0.name)" } ?? "")
    case .bind(let variable, _, _): "cel.bind \(variable.name)"
    case .optionalMap(_, let variable, _, let isFlat):
      "\(isFlat ? "optFlatMap" : "optMap") \(variable.name)"
    }
  }
}
