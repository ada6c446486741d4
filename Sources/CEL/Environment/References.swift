// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds the paths of variables that an expression reads.
enum References {
  /// Returns the longest constant path of each place that reads a variable, in order, each once.
  static func of(_ checked: CheckedTree) -> [AccessPath] {
    var paths: [AccessPath] = []
    var seen: Set<AccessPath> = []
    collect(checked.tree.root, checked, &paths, &seen)
    return paths
  }

  private static func collect(
    _ id: Expression.ID, _ checked: CheckedTree, _ paths: inout [AccessPath],
    _ seen: inout Set<AccessPath>
  ) {
    if let path = path(id, checked) {
      if seen.insert(path).inserted { paths.append(path) }
      return
    }
    for child in checked.tree[id].kind.children { collect(child, checked, &paths, &seen) }
  }

  /// Returns the path that an expression writes with constant steps, or `nil` for other expressions.
  static func path(_ id: Expression.ID, _ checked: CheckedTree) -> AccessPath? {
    if case .variable(let name) = checked.references[id] { return AccessPath(variable: name) }
    switch checked.tree[id].kind {
    case .select(let select), .has(let select):
      return path(select.operand, checked)?.appending(.field(select.field))
    case .index(let operand, let index, _):
      guard case .literal(let key) = checked.tree[index].kind,
        let step = AccessPath.Step(key)
      else { return nil }
      return path(operand, checked)?.appending(step)
    default: return nil
    }
  }
}

extension AccessPath.Step {
  /// The step that a key takes: into a list for a whole number, otherwise into a map.
  init?(_ key: CELValue) {
    switch key {
    case .int(let index): self = .index(Int(index))
    case .string(let text): self = .key(text.text)
    case .uint, .bool: self = .key(key.description)
    default: return nil
    }
  }
}
