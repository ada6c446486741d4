// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Planner {
  /// Returns the node of a call; operators have nodes of their own.
  mutating func call(
    _ id: Expression.ID, _ call: Expression.Call, _ range: SourceRange
  ) -> Node {
    var overloads: [Overload] = []
    var isQualified = false
    if case .function(let fitting, let qualified) = checked.references[id] {
      (overloads, isQualified) = (fitting, qualified)
    }
    let receiver = isQualified ? [] : call.target.map { [$0] } ?? []
    let arguments = (receiver + call.arguments).map { plan($0) }
    if let node = operation(call, arguments, overloads, range) { return node }
    overloads = overloads.map { specialized($0, arguments) }
    return CallNode(call.function, overloads, arguments, range, slot: newSlot())
  }

  private mutating func operation(
    _ call: Expression.Call, _ arguments: [Node], _ overloads: [Overload], _ range: SourceRange
  ) -> Node? {
    if call.function == "!_", arguments.count == 1 { return NotNode(arguments[0], range) }
    guard arguments.count == 2 else { return nil }
    let (left, right) = (arguments[0], arguments[1])
    if let sign = OrderNode.Sign(rawValue: call.function) {
      return OrderNode(sign, left, right, range)
    }
    if let sign = Arithmetic.Sign(rawValue: call.function) {
      return ArithmeticNode(sign, left, right, overloads, range, slot: newSlot())
    }
    switch call.function {
    case "_==_", "_!=_": return equality(left, right, isNegated: call.function == "_!=_", range)
    case "@in": return MembershipNode(left, right, range)
    case "or" where call.target != nil:
      return OptionalOrNode(left, right, unwraps: false, range, slot: newSlot())
    case "orValue" where call.target != nil:
      return OptionalOrNode(left, right, unwraps: true, range, slot: newSlot())
    default: return nil
    }
  }

  private func equality(
    _ left: Node, _ right: Node, isNegated: Bool, _ range: SourceRange
  ) -> Node {
    if case .string(let text)? = right.constant {
      return TextEqualityNode(left, text, isNegated: isNegated, range)
    }
    if case .string(let text)? = left.constant {
      return TextEqualityNode(right, text, isNegated: isNegated, range)
    }
    return EqualityNode(left, right, isNegated: isNegated, range)
  }

  /// Returns an overload that has made what it can of a literal argument, such as a pattern.
  private mutating func specialized(_ overload: Overload, _ arguments: [Node]) -> Overload {
    guard let specialization = overload.specialization,
      specialization.argument < arguments.count, overload.takes(arguments.count),
      let value = arguments[specialization.argument].constant,
      value.matches(overload.parameters[specialization.argument])
    else { return overload }
    do {
      var result = overload
      result.implementation = try specialization.make(value)
      return result
    } catch {
      let failure =
        (error as? FunctionFailure) ?? FunctionFailure.unexpected(String(describing: error))
      report(failure, at: arguments[specialization.argument].range)
      return overload
    }
  }

  private mutating func report(_ failure: FunctionFailure, at range: SourceRange) {
    guard !isLenient else { return }
    let message = CheckerMessages.invalidLiteral(failure)
    diagnostics.append(
      Diagnostic(message.id, message.text, at: checked.tree.source.span(of: range)))
  }

  /// Returns the node of a macro that walks through a list or map.
  mutating func comprehension(
    _ id: Expression.ID, _ macro: Expression.Comprehension, _ range: SourceRange
  ) -> Node {
    let slots = checked.slots[id] ?? [0]
    let loop = Loop(
      target: plan(macro.target), first: slots[0], second: slots.count > 1 ? slots[1] : nil,
      range: range, name: macro.name)
    let condition = macro.condition.map { plan($0) }
    let body = plan(macro.body)
    switch macro.macro {
    case .all: return QuantifierNode(loop, body, isAll: true, range)
    case .exists: return QuantifierNode(loop, body, isAll: false, range)
    case .existsOne: return ExistsOneNode(loop, body, range)
    case .filter:
      return ListTransformNode(loop, condition: body, body: nil, range, slot: newSlot())
    case .sortBy: return SortNode(loop, body, range, slot: newSlot())
    case .map, .transformList:
      return ListTransformNode(loop, condition: condition, body: body, range, slot: newSlot())
    case .transformMap, .transformMapEntry:
      return MapTransformNode(
        loop, condition: condition, body: body, givesEntries: macro.macro == .transformMapEntry,
        range, slot: newSlot())
    }
  }
}
