// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Program {
  /// Evaluates and explains the result.
  ///
  /// Expressions are pure, so explaining the result of an earlier evaluation explains that one.
  package func explain(
    _ activation: Activation, options: TraceOptions = TraceOptions()
  ) -> Trace {
    // An explanation asks every element, an evaluation stops at the first that decides.
    let limit = limits.cost.multipliedReportingOverflow(by: 4)
    let (root, cost) = Program.run(
      activation, slotCount: slotCount, limit: limit.overflow ? .max : limit.partialValue
    ) { machine in
      var explainer = Explainer(self, options)
      let root = explainer.explain(tree.root, &machine)
      return (root, machine.limit - max(machine.remaining, 0))
    }
    var trace = Trace(
      outcome: root.outcome, expression: source.text,
      place: place(SourceRange(0..<source.utf8.count)), root: root, missing: root.missing,
      failure: root.failure)
    if !isConclusive(root) || cost > limits.cost { settle(&trace, evaluate(activation)) }
    trace.counterfactual = Counterfactual.of(trace.root)
    return trace
  }

  /// Whether an explanation says all that the result of the evaluation would.
  private func isConclusive(_ root: Trace.Step) -> Bool {
    switch root.outcome {
    case .true, .false: true
    case .value: !mustBeBool
    case .error: root.failure != nil
    case .unknown: !root.missing.isEmpty
    }
  }

  /// Makes a trace say what the evaluation came to, without steps when they say something else.
  private func settle(_ trace: inout Trace, _ result: EvaluationResult) {
    switch result {
    case .unknown(let set): trace.missing = set.items.map { missing($0) }
    case .error(let error): trace.failure = failure(error)
    case .value: break
    }
    trace.outcome = result.outcome
    if trace.root.outcome != result.outcome {
      trace.root = Trace.Step(
        kind: .expression, range: Trace.Range(SourceRange(0..<source.utf8.count)),
        text: source.text, outcome: result.outcome)
    }
  }

  /// Returns the place in the file of a range of the expression.
  func place(_ range: SourceRange) -> Trace.Place {
    let span = source.span(of: range)
    let position = span.position
    return Trace.Place(file: span.source.name, line: position.line, column: position.column)
  }

  func missing(_ item: UnknownSet.Item) -> Trace.Missing {
    Trace.Missing(
      evidence: item.evidence, variable: item.variable, range: Trace.Range(item.range))
  }

  func failure(_ error: EvaluationError) -> Trace.Failure {
    let access = tree.access(at: error.range)
    return Trace.Failure(
      code: error.code, message: error.message,
      range: Trace.Range(access.map { tree[$0.whole].range } ?? error.range),
      holder: access.map { tree.text(of: $0.holder) },
      place: place(error.range), available: error.available, suggestion: error.suggestion,
      fix: TraceMessages.fix(error, access, in: tree))
  }
}

extension EvaluationResult {
  /// What the evaluation came to, in the words of a trace.
  package var outcome: Trace.Outcome {
    switch self {
    case .value(.bool(let truth)): truth ? .true : .false
    case .value: .value
    case .error: .error
    case .unknown: .unknown
    }
  }
}
