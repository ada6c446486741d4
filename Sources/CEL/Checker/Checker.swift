// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Settles what the names of an expression stand for, and finds its types.
struct Checker {
  let tree: SyntaxTree
  let environment: CELEnvironment
  var inference = TypeInference()
  var types: [CELType]
  var references: [Reference]
  var slots: [Expression.ID: [Int]] = [:]
  var slotCount = 0
  var scopes: [Local] = []
  var diagnostics: [Diagnostic] = []
  /// The number of macros with variables around the current part.
  var macroDepth = 0
  /// Whether to leave all types to evaluation and to report nothing.
  let isLenient: Bool

  /// A variable that a macro declares.
  struct Local {
    var name: String
    var type: CELType
    var slot: Int
  }

  init(_ tree: SyntaxTree, in environment: CELEnvironment, isLenient: Bool = false) {
    self.tree = tree
    self.environment = environment
    self.isLenient = isLenient
    types = [CELType](repeating: .dyn, count: tree.nodes.count)
    references = [Reference](repeating: .none, count: tree.nodes.count)
  }

  /// Checks the whole expression, which must be of a type when one is expected.
  mutating func check(expecting expected: CELType?) -> CheckedTree {
    let type = check(tree.root)
    if let expected, !isLenient, !inference.assign([type], to: [expected]) {
      report(CheckerMessages.resultType(expected, inference.resolve(type)), at: tree.root)
    }
    for id in types.indices {
      types[id] = isLenient ? .dyn : inference.resolve(types[id], finished: true)
    }
    return CheckedTree(
      tree: tree, types: types, references: references, slots: slots, slotCount: slotCount)
  }

  /// Checks a node with its children and returns its type, which may have open parameters.
  mutating func check(_ id: Expression.ID) -> CELType {
    let type = typeOfNode(id)
    types[id] = type
    return type
  }

  private mutating func typeOfNode(_ id: Expression.ID) -> CELType {
    switch tree[id].kind {
    case .literal(let value): return value.type
    case .identifier(let name, let isRooted): return identifier(id, name, isRooted: isRooted)
    case .select(let select): return self.select(id, select)
    case .has(let select): return has(id, select)
    case .index(let operand, let index, let isOptional):
      return self.index(id, operand, index, isOptional: isOptional)
    case .call(let call): return self.call(id, call)
    case .logical(_, let operands):
      for operand in operands { requireBool(operand) }
      return .bool
    case .conditional(let condition, let then, let otherwise):
      requireBool(condition)
      return branches(id, then, otherwise)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .message(let name, let fields):
      for field in fields { _ = check(field.value) }
      report(CheckerMessages.messageLiteral(name), at: id)
      return .error
    case .comprehension(let macro): return comprehension(id, macro)
    case .bind(let variable, let value, let body):
      let type = check(value)
      return withLocals(id, [(variable, type)]) { $0.check(body) }
    case .optionalMap(let target, let variable, let body, let isFlat):
      return optionalMap(id, target, variable, body, isFlat: isFlat)
    }
  }

  mutating func requireBool(_ id: Expression.ID) {
    let type = check(id)
    if !inference.assign([type], to: [.bool]) {
      report(CheckerMessages.notBool(inference.resolve(type)), at: id)
    }
  }

  private mutating func branches(
    _ id: Expression.ID, _ then: Expression.ID, _ otherwise: Expression.ID
  ) -> CELType {
    let first = check(then)
    let second = check(otherwise)
    if let joined = inference.join(first, second) { return joined }
    report(
      CheckerMessages.branches(inference.resolve(first), inference.resolve(second)), at: id)
    return .dyn
  }

  // MARK: Collections

  private mutating func list(_ elements: [Expression.ListElement]) -> CELType {
    let types = elements.map { element in
      let type = check(element.value)
      return element.isOptional ? unwrap(type, element.value) : type
    }
    return .list(join(types))
  }

  private mutating func map(_ entries: [Expression.MapEntry]) -> CELType {
    var keys: [CELType] = []
    var values: [CELType] = []
    for entry in entries {
      let key = check(entry.key)
      keys.append(key)
      if !inference.resolve(key).isPossibleKey {
        report(CheckerMessages.keyType(inference.resolve(key)), at: entry.key)
      }
      let value = check(entry.value)
      values.append(entry.isOptional ? unwrap(value, entry.value) : value)
    }
    return .map(join(keys), join(values))
  }

  /// Returns a type for values of all types; `dyn` when they differ.
  private mutating func join(_ types: [CELType]) -> CELType {
    guard var joined = types.first else { return inference.fresh() }
    for type in types.dropFirst() {
      guard let wider = inference.join(joined, type) else { return .dyn }
      joined = wider
    }
    return joined
  }

  /// Returns the type inside an optional one, which the value must have.
  mutating func unwrap(_ type: CELType, _ id: Expression.ID) -> CELType {
    let inner = inference.fresh()
    if case .dyn = inference.resolve(type) { return .dyn }
    if inference.assign([type], to: [.optional(inner)]) { return inference.resolve(inner) }
    report(CheckerMessages.notOptional(inference.resolve(type)), at: id)
    return .error
  }

  // MARK: Reports

  mutating func report(_ message: CheckerMessages.Message, at id: Expression.ID) {
    report(message, at: tree[id].range)
  }

  mutating func report(
    _ message: CheckerMessages.Message, at range: SourceRange, didYouMean word: String? = nil
  ) {
    if isLenient, message.id != CheckerMessages.macrosTooDeepID { return }
    let span = tree.source.span(of: range)
    diagnostics.append(
      Diagnostic(
        message.id, message.text, at: span,
        fixIts: word.map { [CheckerMessages.replace(with: $0, at: span.range)] } ?? []))
  }
}

extension CELType {
  /// Whether map keys can be of the type.
  fileprivate var isPossibleKey: Bool {
    switch self {
    case .bool, .int, .uint, .string, .dyn, .error, .parameter: true
    default: false
    }
  }
}
