// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Finds out why an expression came to what it came to.
///
/// It walks down the tree and asks the nodes that evaluate; so a loop over a million elements takes
/// as long as in an evaluation, and only the elements that are shown are walked into.
struct Explainer {
  let program: Program
  let options: TraceOptions
  let printer: ValuePrinter
  /// The ways to the values of macro variables, by slot.
  var localPaths: [Int: AccessPath] = [:]
  /// The slots of macro variables that hold sensitive values.
  var sensitiveLocals: Set<Int> = []
  /// The values that the current part has shown already, with their texts.
  var shown: [Expression.ID: (value: CELValue, text: Trace.ValueText)] = [:]
  /// The steps that may still be made.
  var stepsLeft: Int

  init(_ program: Program, _ options: TraceOptions) {
    self.program = program
    self.options = options
    printer = ValuePrinter(limit: options.valueLength)
    stepsLeft = options.steps
  }

  var tree: SyntaxTree { program.tree }

  // MARK: Evaluation

  /// What a part of the expression came to.
  enum Answer {
    case value(CELValue)
    case stop(Stop)

    var outcome: Trace.Outcome {
      switch self {
      case .value(.bool(let truth)): truth ? .true : .false
      case .value: .value
      case .stop(let stop): stop.unknown == nil ? .error : .unknown
      }
    }

    var value: CELValue? { if case .value(let value) = self { value } else { nil } }
  }

  func answer(_ id: Expression.ID, _ machine: inout Machine) -> Answer {
    guard let node = program.nodes[id] else { return .value(.null) }
    do throws(Stop) {
      return .value(try node.evaluate(&machine))
    } catch {
      return .stop(error)
    }
  }

  // MARK: Steps

  /// Explains a part of the expression.
  mutating func explain(_ id: Expression.ID, _ machine: inout Machine) -> Trace.Step {
    stepsLeft -= 1
    switch tree[id].kind {
    case .logical(let sign, let operands): return logical(id, sign, operands, &machine)
    case .call(let call) where call.function == "!_" && call.arguments.count == 1:
      let operand = explain(call.arguments[0], &machine)
      var step = Trace.Step(
        kind: .not, range: range(id), text: tree.text(of: id), outcome: operand.outcome.negated)
      step.failure = operand.failure
      step.missing = operand.missing
      step.children = [operand]
      return step
    case .conditional(let condition, let then, let otherwise):
      return conditional(id, condition, then, otherwise, &machine)
    case .comprehension(let macro) where macro.macro.isQuantifier:
      return quantifier(id, macro, &machine)
    case .bind(_, let value, let body): return binding(id, value, body, &machine)
    default: return leaf(id, &machine)
    }
  }

  /// Returns a step without details.
  func step(
    _ kind: Trace.Step.Kind, _ id: Expression.ID, _ answer: Answer, isSensitive: Bool
  ) -> Trace.Step {
    var step = Trace.Step(
      kind: kind, range: range(id), text: tree.text(of: id), outcome: answer.outcome)
    switch answer {
    case .value(let value):
      if case .bool = value { break }
      step.value = printer.text(of: value, isSensitive: isSensitive)
    case .stop(let stop): explain(stop, in: &step)
    }
    return step
  }

  /// Notes in a step why it has no value.
  func explain(_ stop: Stop, in step: inout Trace.Step) {
    switch program.shown(stop) {
    case .unknown(let set): step.missing = set.items.map { program.missing($0) }
    case .error(let error): step.failure = program.failure(error)
    case .value: break
    }
  }

  func range(_ id: Expression.ID) -> Trace.Range { Trace.Range(tree[id].range) }

  private mutating func logical(
    _ id: Expression.ID, _ sign: Expression.LogicalOperator, _ operands: [Expression.ID],
    _ machine: inout Machine
  ) -> Trace.Step {
    let deciding: Trace.Outcome = sign == .or ? .true : .false
    let outcomes = operands.map { answer($0, &machine).outcome }
    let outcome: Trace.Outcome =
      if outcomes.contains(deciding) {
        deciding
      } else if outcomes.contains(.unknown) {
        .unknown
      } else if outcomes.contains(where: { $0 == .error || $0 == .value }) {
        .error
      } else {
        deciding.negated
      }
    var step = Trace.Step(
      kind: sign == .or ? .or : .and, range: range(id), text: tree.text(of: id), outcome: outcome)
    for (operand, own) in zip(operands, outcomes) where stepsLeft > 0 {
      guard own == outcome || (outcome == .error && own == .value) else {
        if step.others.count < options.steps {
          step.others.append(Trace.Aside(range: range(operand), outcome: own))
        }
        continue
      }
      step.children.append(explain(operand, &machine))
    }
    if outcome == .unknown { step.missing = step.children.flatMap(\.missing).uniqued() }
    if outcome == .error { step.failure = step.children.lazy.compactMap(\.failure).first }
    return step
  }

  private mutating func conditional(
    _ id: Expression.ID, _ condition: Expression.ID, _ then: Expression.ID,
    _ otherwise: Expression.ID, _ machine: inout Machine
  ) -> Trace.Step {
    let test = explain(condition, &machine)
    var step = Trace.Step(
      kind: .conditional, range: range(id), text: tree.text(of: id), outcome: test.outcome)
    step.children = [test]
    switch test.outcome {
    case .true, .false:
      let branch = explain(test.outcome == .true ? then : otherwise, &machine)
      step.children.append(branch)
      step.outcome = branch.outcome
      step.value = branch.value
      step.failure = branch.failure
      step.missing = branch.missing
    default:
      step.outcome = test.outcome == .value ? .error : test.outcome
      step.failure = test.failure
      step.missing = test.missing
    }
    return step
  }

  private mutating func binding(
    _ id: Expression.ID, _ value: Expression.ID, _ body: Expression.ID,
    _ machine: inout Machine
  ) -> Trace.Step {
    let slot = program.checked.slots[id]?.first ?? 0
    (program.nodes[id] as? BindNode).map { node in
      do throws(Stop) { try node.bind(&machine) } catch { machine.failures[slot] = error }
    }
    localPaths[slot] = path(of: value, &machine)
    if isSensitive(value, &machine) { sensitiveLocals.insert(slot) }
    defer {
      localPaths[slot] = nil
      sensitiveLocals.remove(slot)
    }
    let inner = explain(body, &machine)
    var step = Trace.Step(
      kind: .binding, range: range(id), text: tree.text(of: id), outcome: inner.outcome)
    step.value = inner.value
    step.failure = inner.failure
    step.missing = inner.missing
    step.children = [inner]
    return step
  }
}

extension Trace.Outcome {
  /// What `!` makes of the outcome.
  var negated: Trace.Outcome {
    switch self {
    case .true: .false
    case .false: .true
    case .value: .error
    default: self
    }
  }
}

extension Trace.Range {
  init(_ range: SourceRange) {
    self.init(start: Int(range.start), end: Int(range.end))
  }
}

extension Expression.Comprehension.Macro {
  /// Whether the result is a truth value over all elements.
  var isQuantifier: Bool {
    switch self {
    case .all, .exists, .existsOne: true
    default: false
    }
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
