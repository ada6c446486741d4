// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Checker {
  /// Returns the type of a name.
  mutating func identifier(_ id: Expression.ID, _ name: String, isRooted: Bool) -> CELType {
    if let type = resolve(id, name, isRooted: isRooted) { return type }
    // Every name of one letter is as near as any other.
    let suggestion =
      name.utf8.count < 2
      ? nil
      : SpellingSuggestion.nearest(
        to: name, in: scopes.map(\.name) + environment.variables.keys.sorted())
    report(
      CheckerMessages.undeclaredVariable(name), at: tree[id].range, didYouMean: suggestion)
    references[id] = .variable(name)
    return .error
  }

  /// Returns the type of a variable or type name and notes what it stands for; `nil` when nothing
  /// has the name. Variables of macros come first, then the container from the inside out.
  private mutating func resolve(
    _ id: Expression.ID, _ name: String, isRooted: Bool
  ) -> CELType? {
    if !isRooted, let local = scopes.last(where: { $0.name == name }) {
      references[id] = .local(local.slot)
      return local.type
    }
    for candidate in environment.candidates(for: name, isRooted: isRooted) {
      if let variable = environment.variables[candidate] {
        references[id] = .variable(candidate)
        return variable.type
      }
      if let type = environment.functions.types[candidate] {
        references[id] = .type(type)
        return .type(type)
      }
    }
    return nil
  }

  /// Returns the type of `operand.field`, which may also be the name of one variable.
  mutating func select(_ id: Expression.ID, _ select: Expression.Select) -> CELType {
    if let (name, isRooted) = qualifiedName(id), let type = resolve(id, name, isRooted: isRooted) {
      return type
    }
    let operand = check(select.operand)
    return field(select, of: operand, id)
  }

  /// Returns the type of `has(operand.field)`.
  mutating func has(_ id: Expression.ID, _ select: Expression.Select) -> CELType {
    let operand = check(select.operand)
    _ = field(select, of: operand, id)
    return .bool
  }

  /// Returns the dotted name that an expression writes, unless its first word is a macro's variable.
  func qualifiedName(_ id: Expression.ID) -> (name: String, isRooted: Bool)? {
    switch tree[id].kind {
    case .identifier(let name, let isRooted):
      let isLocal = !isRooted && scopes.contains { $0.name == name }
      return isLocal ? nil : (name, isRooted)
    case .select(let select) where !select.isOptional:
      guard let (name, isRooted) = qualifiedName(select.operand) else { return nil }
      return (name + "." + select.field, isRooted)
    default: return nil
    }
  }

  private mutating func field(
    _ select: Expression.Select, of operand: CELType, _ id: Expression.ID
  ) -> CELType {
    let operand = inference.resolve(operand)
    switch operand {
    case .optional(let inner):
      let type = field(select, of: inner, id)
      if case .optional = type { return type }
      return .optional(type)
    case .dyn, .error, .parameter: return select.isOptional ? .optional(.dyn) : .dyn
    case .map(_, let value): return select.isOptional ? .optional(value) : value
    case .record(let record):
      guard let field = record.field(select.field) else {
        unknownField(select, of: record)
        return .error
      }
      return select.isOptional ? .optional(field.type) : field.type
    default:
      report(CheckerMessages.noFields(operand, select.field), at: select.fieldRange)
      return .error
    }
  }

  private mutating func unknownField(_ select: Expression.Select, of record: RecordType) {
    let names = record.fields.map(\.name)
    report(
      CheckerMessages.unknownField(select.field, of: record.name, known: names),
      at: select.fieldRange,
      didYouMean: SpellingSuggestion.nearest(to: select.field, in: names))
  }

  /// Returns the type of `operand[index]`.
  mutating func index(
    _ id: Expression.ID, _ operand: Expression.ID, _ index: Expression.ID, isOptional: Bool
  ) -> CELType {
    let type = inference.resolve(check(operand))
    let key = check(index)
    var isWrapped = isOptional
    var container = type
    if case .optional(let inner) = container {
      container = inner
      isWrapped = true
    }
    let value: CELType
    switch container {
    case .list(let element):
      requireKey(key, .int, index)
      value = element
    case .map(let wanted, let element):
      requireKey(key, wanted, index)
      value = element
    case .dyn, .error, .parameter: value = .dyn
    default:
      report(CheckerMessages.noIndex(container), at: id)
      return .error
    }
    return isWrapped ? .optional(value) : value
  }

  private mutating func requireKey(_ key: CELType, _ wanted: CELType, _ id: Expression.ID) {
    if !inference.assign([key], to: [wanted]) {
      report(
        CheckerMessages.indexType(inference.resolve(wanted), inference.resolve(key)), at: id)
    }
  }
}
