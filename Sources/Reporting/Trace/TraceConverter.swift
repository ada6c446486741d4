// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
import Diagnostics

/// Turns the trace of a rule into the report's own, with the origin of each fact.
package struct TraceConverter {
  /// Returns where a fact was read.
  private let origin: (AccessPath) -> ReportTrace.Origin?

  package init(origin: @escaping (AccessPath) -> ReportTrace.Origin?) {
    self.origin = origin
  }

  /// Returns the report's form of a trace: the whole rule, and below it the path that decided.
  package func convert(_ trace: Trace) -> ReportTrace {
    var root = node(trace.root)
    if root.note == nil { root.note = trace.counterfactual }
    return root
  }

  private func node(_ step: Trace.Step) -> ReportTrace {
    var children = step.children.map(node)
    if let comparison = step.comparison {
      children += [comparison.left, comparison.right].compactMap { operand($0, beside: step) }
    } else {
      children += step.operands.compactMap { operand($0, beside: step) }
    }
    if step.comparison == nil && step.operands.isEmpty {
      children += step.facts.filter { $0.text != step.text }.map(fact)
    }
    if let elements = step.elements { children += elements.shown.map(element) }
    return ReportTrace(
      text: step.text.singleLine, value: step.value?.text ?? "",
      verdict: ReportTrace.Verdict(step.outcome), isDecisive: step.children.isEmpty,
      origin: ownPath(step).flatMap(origin), note: TraceNotes.note(on: step), children: children)
  }

  /// The path of a step that is itself a fact.
  private func ownPath(_ step: Trace.Step) -> AccessPath? {
    step.facts.first { $0.text == step.text }?.path
  }

  /// Returns a side of a comparison or an argument; nothing for one that is written out.
  private func operand(_ operand: Trace.Operand, beside step: Trace.Step) -> ReportTrace? {
    guard !operand.isLiteral, operand.text != step.text else { return nil }
    // A computed side shows the facts that it is made of.
    let facts = step.facts.filter {
      operand.path == nil && operand.range.start <= $0.range.start
        && $0.range.end <= operand.range.end && $0.text != operand.text
    }
    return ReportTrace(
      text: operand.text.singleLine, value: operand.value?.text ?? "", verdict: .value,
      isDecisive: true, origin: operand.path.flatMap(origin), children: facts.map(fact))
  }

  private func fact(_ fact: Trace.Fact) -> ReportTrace {
    ReportTrace(
      text: fact.text.singleLine, value: fact.value?.text ?? "", verdict: .value, isDecisive: true,
      origin: fact.path.flatMap(origin))
  }

  private func element(_ element: Trace.Element) -> ReportTrace {
    let place = "[\(element.key ?? String(element.index))]"
    let name = element.identification.map { "\(place) \($0.field) = \($0.value.text)" }
    return ReportTrace(
      text: name ?? place, value: name == nil ? element.value?.text ?? "" : "",
      verdict: element.step.map { ReportTrace.Verdict($0.outcome) } ?? .value, isDecisive: true,
      origin: element.path.flatMap(origin), children: element.step.map { [node($0)] } ?? [])
  }
}

extension ReportTrace.Verdict {
  init(_ outcome: Trace.Outcome) {
    switch outcome {
    case .true: self = .yes
    case .false: self = .no
    case .value: self = .value
    case .error: self = .error
    case .unknown: self = .unknown
    }
  }
}

extension String {
  /// The text with every run of white space as one blank.
  fileprivate var singleLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
