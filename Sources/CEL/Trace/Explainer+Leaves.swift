// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Explainer {
  /// Explains a part that has no parts of its own worth walking into.
  mutating func leaf(_ id: Expression.ID, _ machine: inout Machine) -> Trace.Step {
    shown.removeAll(keepingCapacity: true)
    let answer = answer(id, &machine)
    let isSensitive = isSensitive(id, &machine)
    var step = step(.expression, id, answer, isSensitive: isSensitive)
    step.facts = facts(in: id, &machine)
    switch tree[id].kind {
    case .has:
      step.kind = .presence
    case .call(let call):
      explain(call, &step, &machine)
    case .identifier, .select, .index:
      step.kind = .fact
    default: break
    }
    return step
  }

  private mutating func explain(
    _ call: Expression.Call, _ step: inout Trace.Step, _ machine: inout Machine
  ) {
    let (name, arguments) = called(call, step)
    if arguments.count == 2, call.tellsOnlyTruth || Explainer.comparing.contains(name) {
      step.kind = .comparison
      step.comparison = comparison(name, arguments[0], arguments[1], step.outcome, &machine)
    } else {
      step.kind = .call
      step.operands = arguments.map { operand($0, &machine) }
    }
    for argument in arguments where stepsLeft > 0 {
      if let filter = filter(in: argument) {
        step.children.append(explain(filter: filter, &machine))
      }
    }
  }

  /// The functions that are told as a comparison of their two arguments.
  private static let comparing: Set<String> = [
    "matches", "sets.contains", "sets.equivalent", "sets.intersects",
  ]

  /// Returns the full name of a function with its arguments; the first part of a name such as
  /// `sets.contains` is no argument, although it is written like one.
  private func called(
    _ call: Expression.Call, _ step: Trace.Step
  ) -> (name: String, arguments: [Expression.ID]) {
    guard let target = call.target else { return (call.function, call.arguments) }
    if program.nodes[target] == nil {
      return ("\(tree.text(of: target)).\(call.function)", call.arguments)
    }
    return (call.function, [target] + call.arguments)
  }

  /// Returns one side of a comparison or one argument.
  private mutating func operand(
    _ id: Expression.ID, _ machine: inout Machine
  ) -> Trace.Operand {
    Trace.Operand(
      range: range(id), text: tree.text(of: id), value: shownValue(of: id, &machine),
      isLiteral: isLiteral(id), path: path(of: id, &machine))
  }

  /// Returns the value of a part as a trace shows it.
  private mutating func shownValue(
    of id: Expression.ID, _ machine: inout Machine
  ) -> Trace.ValueText? {
    if let known = shown[id] { return known.text }
    guard let value = answer(id, &machine).value else { return nil }
    let text = printer.text(of: value, isSensitive: isSensitive(id, &machine))
    shown[id] = (value, text)
    return text
  }

  private func isLiteral(_ id: Expression.ID) -> Bool {
    switch tree[id].kind {
    case .literal: true
    case .list(let elements): elements.allSatisfy { isLiteral($0.value) }
    case .call(let call):
      call.target == nil && !call.arguments.isEmpty
        && (call.function == "duration" || call.function == "timestamp")
        && call.arguments.allSatisfy { isLiteral($0) }
    default: false
    }
  }

  private mutating func comparison(
    _ function: String, _ left: Expression.ID, _ right: Expression.ID,
    _ outcome: Trace.Outcome, _ machine: inout Machine
  ) -> Trace.Comparison {
    var comparison = Trace.Comparison(
      symbol: OperatorNames.symbol(function), left: operand(left, &machine),
      right: operand(right, &machine))
    guard !isSensitive(left, &machine), !isSensitive(right, &machine),
      let a = shown[left]?.value, let b = shown[right]?.value,
      !program.hasSensitiveFields(a), !program.hasSensitiveFields(b)
    else { return comparison }
    switch function {
    case "matches" where outcome == .false:
      comparison.difference = Difference.unmatched(a, pattern: b)
    case "sets.contains", "sets.equivalent", "sets.intersects":
      comparison.difference = Difference.sets(function, a, b, printer)
    case "_==_":
      comparison.difference = Difference.between(a, b, printer)
      comparison.distance = Distance.between(a, b)
    case "@in", "matches": break
    default: comparison.distance = Distance.between(a, b)
    }
    return comparison
  }

  // MARK: Facts

  /// Returns the facts that a part reads, each once, in order.
  mutating func facts(in id: Expression.ID, _ machine: inout Machine) -> [Trace.Fact] {
    var facts: [Trace.Fact] = []
    collect(id, &facts, &machine)
    if facts.count < 2 { return facts }
    // Few facts: comparing places is faster than hashing texts.
    return facts.indices.lazy.filter { place in
      !facts[..<place].contains { $0.range == facts[place].range && $0 == facts[place] }
    }.map { facts[$0] }
  }

  private mutating func collect(
    _ id: Expression.ID, _ facts: inout [Trace.Fact], _ machine: inout Machine
  ) {
    if facts.count >= 16 { return }
    switch (program.checked.references[id], tree[id].kind) {
    case (.variable, _), (.local, _), (_, .select), (_, .index): break
    case (_, .has(let select)):
      if let base = path(of: select.operand, &machine) {
        facts.append(
          Trace.Fact(
            path: base.appending(.field(select.field)), range: range(id),
            text: tree.text(of: id), value: nil))
      }
      return
    case (_, .comprehension(let macro)):
      collect(macro.target, &facts, &machine)
      return
    default:
      for child in tree[id].kind.children { collect(child, &facts, &machine) }
      return
    }
    guard let path = path(of: id, &machine) else {
      for child in tree[id].kind.children { collect(child, &facts, &machine) }
      return
    }
    facts.append(
      Trace.Fact(
        path: path, range: range(id), text: tree.text(of: id),
        value: shownValue(of: id, &machine)))
  }

  // MARK: Filters

  /// Returns the `filter` whose elements a value was made of, as in `xs.filter(x, …).size()`.
  private func filter(in id: Expression.ID) -> Expression.ID? {
    switch tree[id].kind {
    case .comprehension(let macro) where macro.macro == .filter: return id
    case .comprehension(let macro): return filter(in: macro.target)
    case .call(let call):
      return ((call.target.map { [$0] } ?? []) + call.arguments).lazy
        .compactMap { filter(in: $0) }.first
    case .index(let operand, _, _): return filter(in: operand)
    default: return nil
    }
  }

  /// Returns a step with the elements that a filter let through.
  private mutating func explain(
    filter id: Expression.ID, _ machine: inout Machine
  ) -> Trace.Step {
    stepsLeft -= 1
    let isSensitive = isSensitive(id, &machine)
    let answer = answer(id, &machine)
    var step = step(.quantifier, id, answer, isSensitive: isSensitive)
    guard case .comprehension(let macro) = tree[id].kind, let value = answer.value,
      case .list(let list) = value
    else { return step }
    let paths = elementPaths(of: id, &machine)
    let total = self.answer(macro.target, &machine).value?.traversalSize ?? list.count
    let first = (0..<min(list.count, options.elements)).map { index in
      withUnsafePointer(to: value) {
        element(index, of: $0, path: paths(index), isSensitive: isSensitive)
      }
    }
    step.elements = Trace.Elements(
      macro: macro.name, total: total, holding: list.count, breaking: total - list.count,
      failing: 0, unknown: 0, shown: first, selection: .matches,
      more: list.count - first.count)
    shown.removeAll(keepingCapacity: true)
    step.facts = facts(in: macro.target, &machine)
    return step
  }
}
