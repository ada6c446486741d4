// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// The facts that an expression reads, found in its tree.
struct RuleFacts {
  /// The facts in the order in which they are read, each once.
  private(set) var facts: [(path: FactPath, range: SourceRange)] = []
  private var seen: Set<FactPath> = []
  private let tree: SyntaxTree
  private let types: [String: CELType]

  /// What a name that a macro declares stands for.
  private typealias Scope = [String: FactPath?]

  /// - Parameter types: the types of the variables.
  init(of tree: SyntaxTree, types: [String: CELType]) {
    self.tree = tree
    self.types = types
    walk(tree.root, [:])
  }

  private mutating func walk(_ id: Expression.ID, _ scope: Scope) {
    if let path = path(id, scope) {
      add(path, at: id)
      walkIndexes(id, scope)
      return
    }
    switch tree[id].kind {
    case .comprehension(let macro): walk(macro, scope)
    case .bind(let variable, let value, let body):
      walk(value, scope)
      walk(body, scope.merging([variable.name: path(value, scope)]) { _, new in new })
    case .optionalMap(let target, let variable, let body, _):
      walk(target, scope)
      walk(body, scope.merging([variable.name: path(target, scope)]) { _, new in new })
    default:
      for child in tree[id].kind.children { walk(child, scope) }
    }
  }

  private mutating func walk(_ macro: Expression.Comprehension, _ scope: Scope) {
    walk(macro.target, scope)
    let element = elements(of: macro.target, scope)
    var inner = scope
    if let second = macro.second {
      inner[macro.first.name] = .some(nil)
      inner[second.name] = .some(element)
    } else {
      // The only variable over a map is the key.
      let isKey = element.map { isMap(FactPath($0.variable, Array($0.steps.dropLast()))) } ?? false
      inner[macro.first.name] = .some(isKey ? nil : element)
    }
    for child in [macro.condition, macro.body].compactMap({ $0 }) { walk(child, inner) }
  }

  /// Walks through the computed indexes inside a path.
  private mutating func walkIndexes(_ id: Expression.ID, _ scope: Scope) {
    switch tree[id].kind {
    case .select(let select), .has(let select): walkIndexes(select.operand, scope)
    case .index(let operand, let index, _):
      walkIndexes(operand, scope)
      walk(index, scope)
    default: break
    }
  }

  private mutating func add(_ path: FactPath, at id: Expression.ID) {
    if seen.insert(path).inserted { facts.append((path, tree[id].range)) }
  }

  /// Returns the fact that an expression is, or `nil` when it is computed.
  private func path(_ id: Expression.ID, _ scope: Scope) -> FactPath? {
    switch tree[id].kind {
    case .identifier(let name, _):
      if let local = scope[name] { return local }
      return types[name] == nil ? nil : FactPath(name)
    case .select(let select), .has(let select):
      if case .identifier(let name, _) = tree[select.operand].kind, scope[name] == nil,
        types["\(name).\(select.field)"] != nil
      {
        return FactPath("\(name).\(select.field)")
      }
      return path(select.operand, scope).map {
        $0.appending(isMap($0) ? .key(select.field) : .field(select.field))
      }
    case .index(let operand, let index, _):
      guard let path = path(operand, scope) else { return nil }
      if case .literal(let key) = tree[index].kind, let key = key.stringValue {
        return path.appending(.key(key))
      }
      return path.appending(.element)
    default: return nil
    }
  }

  /// Returns the path of the elements that a macro walks through.
  private func elements(of id: Expression.ID, _ scope: Scope) -> FactPath? {
    if let path = path(id, scope) { return path.appending(.element) }
    switch tree[id].kind {
    case .comprehension(let macro) where macro.macro == .filter:
      return elements(of: macro.target, scope)
    case .call(let call) where ["distinct", "reverse", "slice", "sort"].contains(call.function):
      return call.target.flatMap { elements(of: $0, scope) }
    default: return nil
    }
  }

  private func isMap(_ path: FactPath) -> Bool {
    if case .map = types[path.variable]?.part(path.steps) { true } else { false }
  }
}
