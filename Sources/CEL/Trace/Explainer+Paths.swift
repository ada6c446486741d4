// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Explainer {
  /// Returns the way from a variable to the value of an expression, or `nil` for computed values.
  func path(of id: Expression.ID, _ machine: inout Machine) -> AccessPath? {
    switch program.checked.references[id] {
    case .variable(let name): return AccessPath(variable: name)
    case .local(let slot): return localPaths[slot]
    default: break
    }
    switch tree[id].kind {
    case .select(let select):
      return path(of: select.operand, &machine)?.appending(.field(select.field))
    case .index(let operand, let index, _):
      guard let base = path(of: operand, &machine), !isSensitive(index, &machine),
        let key = answer(index, &machine).value, let step = AccessPath.Step(key)
      else { return nil }
      return base.appending(step)
    default: return nil
    }
  }

  /// Returns the ways to the elements of a list or map, also through `filter`.
  mutating func elementPaths(
    of id: Expression.ID, _ machine: inout Machine
  ) -> (Int) -> AccessPath? {
    if let base = path(of: id, &machine) {
      guard let value = answer(id, &machine).value else { return { _ in nil } }
      if case .map(let map) = value {
        return { place in
          AccessPath.Step(map.key(at: place)).map { base.appending($0) }
        }
      }
      return { base.appending(.index($0)) }
    }
    guard case .comprehension(let macro) = tree[id].kind, macro.macro == .filter,
      macro.second == nil, let condition = program.nodes[macro.body],
      let slot = program.checked.slots[id]?.first,
      case .list(let list)? = answer(macro.target, &machine).value
    else { return { _ in nil } }
    let inner = elementPaths(of: macro.target, &machine)
    var places: [Int] = []
    for index in 0..<list.count {
      machine.point(slot, at: list.base + index)
      if (try? condition.test(&machine)) == true { places.append(index) }
    }
    return { place in place < places.count ? inner(places[place]) : nil }
  }

  // MARK: Sensitive values

  /// Whether the value of an expression tells something of a sensitive value.
  ///
  /// Truth values and counts do not: what a rule asks of a secret may be said.
  func isSensitive(_ id: Expression.ID, _ machine: inout Machine) -> Bool {
    switch program.checked.references[id] {
    case .variable(let name): return program.variables[name]?.isSensitive ?? false
    case .local(let slot): return sensitiveLocals.contains(slot)
    default: break
    }
    switch tree[id].kind {
    case .literal, .has, .logical: return false
    case .select(let select):
      if isSensitive(select.operand, &machine) { return true }
      return isSensitiveField(select.field, of: answer(select.operand, &machine).value)
    case .index(let operand, _, _): return isSensitive(operand, &machine)
    case .conditional(_, let then, let otherwise):
      return isSensitive(then, &machine) || isSensitive(otherwise, &machine)
    case .call(let call) where call.function == "size" || call.tellsOnlyTruth: return false
    case .comprehension(let macro): return mayTellSecret(macro, &machine)
    default: break
    }
    for child in tree[id].kind.children where isSensitive(child, &machine) { return true }
    return false
  }

  private func mayTellSecret(
    _ macro: Expression.Comprehension, _ machine: inout Machine
  ) -> Bool {
    if macro.macro.isQuantifier { return false }
    return isSensitive(macro.target, &machine) || readsSensitiveField(macro.body)
  }

  private func isSensitiveField(_ field: String, of value: CELValue?) -> Bool {
    switch value {
    case .record(let record)?: record.type.field(field)?.isSensitive ?? false
    case .optional(let box)?: isSensitiveField(field, of: box.value)
    default: false
    }
  }

  /// Whether a part reads a field that is declared sensitive; when the type is not known, whether
  /// any declared type has such a field of that name.
  private func readsSensitiveField(_ id: Expression.ID) -> Bool {
    if case .select(let select) = tree[id].kind, program.sensitiveFields.contains(select.field) {
      return true
    }
    return tree[id].kind.children.contains { readsSensitiveField($0) }
  }
}

extension Expression.Call {
  /// Whether the result is a truth value.
  var tellsOnlyTruth: Bool {
    switch function {
    case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "!_": true
    default: false
    }
  }
}
