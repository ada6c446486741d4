// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Makes executable nodes of a checked expression.
struct Planner {
  let checked: CheckedTree
  let isLenient: Bool
  /// Whether what can be computed when compiling is.
  let foldsConstants: Bool
  /// The node of each expression.
  var nodes: [Node?]
  /// What each expression reads beside constants.
  var reads: [Reads]
  /// The number of slots: those of macro variables first, then those of computed values.
  var slotCount: Int
  var diagnostics: [Diagnostic] = []

  init(_ checked: CheckedTree, isLenient: Bool, foldsConstants: Bool = true) {
    self.checked = checked
    self.isLenient = isLenient
    self.foldsConstants = foldsConstants
    nodes = [Node?](repeating: nil, count: checked.tree.nodes.count)
    reads = [Reads](repeating: Reads(), count: checked.tree.nodes.count)
    slotCount = checked.slotCount
  }

  /// Returns the node of an expression; what can be computed now is.
  mutating func plan(_ id: Expression.ID) -> Node {
    var node = makeNode(id)
    noteReads(id)
    if foldsConstants, !reads[id].isAnything, node.constant == nil { node = folded(node) ?? node }
    nodes[id] = node
    return node
  }

  /// Returns a slot for a computed value.
  mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  private mutating func makeNode(_ id: Expression.ID) -> Node {
    let range = checked.tree[id].range
    switch checked.references[id] {
    case .variable(let name): return VariableNode(name, range)
    case .local(let slot): return LocalNode(slot, range)
    case .type(let type): return ConstantNode(.type(type), range)
    case .function, .none: break
    }
    switch checked.tree[id].kind {
    case .literal(let value): return ConstantNode(value, range)
    case .identifier(let name, _): return VariableNode(name, range)
    case .select(let select): return self.select(select, range)
    case .has(let select):
      let slot = newSlot()
      return HasNode(
        SelectNode(
          plan(select.operand), select.field, fieldRange: select.fieldRange, range, slot: slot),
        range)
    case .index(let operand, let index, let isOptional):
      return IndexNode(
        plan(operand), plan(index), isOptional: isOptional, range, slot: newSlot())
    case .call(let call): return self.call(id, call, range)
    case .logical(let sign, let operands): return logical(sign, operands, range)
    case .conditional(let condition, let then, let otherwise):
      return ConditionalNode(plan(condition), plan(then), plan(otherwise), range)
    case .list(let elements):
      return ListNode(
        elements.map { plan($0.value) },
        optional: Set(elements.indices.filter { elements[$0].isOptional }), range,
        slot: newSlot())
    case .map(let entries):
      return MapNode(
        entries.flatMap { [plan($0.key), plan($0.value)] },
        optional: Set(entries.indices.filter { entries[$0].isOptional }), range, slot: newSlot())
    case .message(let name, let fields):
      for field in fields { _ = plan(field.value) }
      return FailingNode(Stop(reason: .unbound(name, range)), range, slot: newSlot())
    case .comprehension(let macro): return comprehension(id, macro, range)
    case .bind(_, let value, let body):
      return BindNode(
        checked.slots[id]?[0] ?? 0, plan(value), plan(body), range, slot: newSlot())
    case .optionalMap(let target, _, let body, let isFlat):
      return OptionalMapNode(
        checked.slots[id]?[0] ?? 0, plan(target), plan(body), isFlat: isFlat, range,
        slot: newSlot())
    }
  }

  private mutating func select(_ select: Expression.Select, _ range: SourceRange) -> Node {
    let operand = plan(select.operand)
    if select.isOptional {
      return OptionalSelectNode(operand, select.field, range, slot: newSlot())
    }
    return SelectNode(
      operand, select.field, fieldRange: select.fieldRange, range, slot: newSlot())
  }

  /// Returns a chain of `&&` or `||` without the operands that change nothing.
  private mutating func logical(
    _ sign: Expression.LogicalOperator, _ operands: [Expression.ID], _ range: SourceRange
  ) -> Node {
    let deciding = sign == .or
    let planned = operands.map { plan($0) }
    guard foldsConstants else { return LogicalNode(sign, planned, range) }
    let truths = planned.map { $0.constant?.boolValue }
    if truths.contains(deciding) { return ConstantNode(.bool(deciding), range) }
    let needed = zip(planned, truths).filter { $0.1 == nil }.map(\.0)
    return needed.isEmpty
      ? ConstantNode(.bool(!deciding), range) : LogicalNode(sign, needed, range)
  }
}

/// What an expression reads beside constants.
struct Reads: Sendable {
  /// Whether it reads a variable of the activation, or fails in a way that must be told.
  var isVariable = false
  /// The slots of the macro variables that it reads, one bit each.
  var locals: UInt64 = 0

  /// Whether the value can differ from one evaluation to the next.
  var isAnything: Bool { isVariable || locals != 0 }
}

/// An expression that has no value.
final class FailingNode: Node, @unchecked Sendable {
  private let stop: Stop

  init(_ stop: Stop, _ range: SourceRange, slot: Int) {
    self.stop = stop
    super.init(range, slot: slot)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue { throw stop }
}
