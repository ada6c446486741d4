// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Checker {
  /// Returns the type of a macro that walks through a list or map.
  mutating func comprehension(
    _ id: Expression.ID, _ macro: Expression.Comprehension
  ) -> CELType {
    let target = inference.resolve(check(macro.target))
    guard let (first, second) = variables(of: target, hasTwo: macro.second != nil) else {
      report(CheckerMessages.notIterable(macro.name, target), at: macro.target)
      return .error
    }
    var variables = [(macro.first, first)]
    if let name = macro.second { variables.append((name, second)) }
    return withLocals(id, variables) { checker in
      if let condition = macro.condition { checker.requireBool(condition) }
      return checker.result(macro, key: first)
    }
  }

  private mutating func result(_ macro: Expression.Comprehension, key: CELType) -> CELType {
    switch macro.macro {
    case .all, .exists, .existsOne:
      requireBool(macro.body)
      return .bool
    case .filter:
      requireBool(macro.body)
      return .list(key)
    case .sortBy:
      _ = check(macro.body)
      return .list(key)
    case .map, .transformList: return .list(check(macro.body))
    case .transformMap: return .map(key, check(macro.body))
    case .transformMapEntry:
      let entry = check(macro.body)
      let result = CELType.map(inference.fresh(), inference.fresh())
      if !inference.assign([entry], to: [result]) {
        report(CheckerMessages.notAMap(inference.resolve(entry)), at: macro.body)
      }
      return inference.resolve(result)
    }
  }

  /// Returns the types of a macro's variables, or `nil` when the target has no elements.
  private func variables(
    of target: CELType, hasTwo: Bool
  ) -> (CELType, CELType)? {
    switch target {
    case .list(let element): hasTwo ? (.int, element) : (element, .dyn)
    case .map(let key, let value): (key, value)
    case .dyn, .error, .parameter: (.dyn, .dyn)
    default: nil
    }
  }

  /// Returns the type of `optMap` or `optFlatMap`.
  mutating func optionalMap(
    _ id: Expression.ID, _ target: Expression.ID, _ variable: Expression.Variable,
    _ body: Expression.ID, isFlat: Bool
  ) -> CELType {
    let inner = unwrap(check(target), target)
    let type = withLocals(id, [(variable, inner)]) { $0.check(body) }
    if !isFlat { return .optional(type) }
    return .optional(unwrap(type, body))
  }

  /// Checks with variables in scope, and gives each a slot that is free there.
  mutating func withLocals(
    _ id: Expression.ID, _ locals: [(Expression.Variable, CELType)],
    _ body: (inout Checker) -> CELType
  ) -> CELType {
    macroDepth += 1
    defer { macroDepth -= 1 }
    if macroDepth > environment.limits.macroNesting {
      report(
        CheckerMessages.macrosTooDeep(environment.limits.macroNesting), at: locals[0].0.range)
      return .error
    }
    let base = scopes.count
    for (variable, type) in locals {
      scopes.append(Local(name: variable.name, type: type, slot: scopes.count))
    }
    slotCount = max(slotCount, scopes.count)
    slots[id] = Array(base..<scopes.count)
    defer { scopes.removeLast(locals.count) }
    return body(&self)
  }
}
