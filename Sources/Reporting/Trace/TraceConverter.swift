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
  ///
  /// When evidence is missing there is no path to show, only what is missing.
  package func convert(_ trace: Trace) -> ReportTrace {
    var root = node(trace.root)
    if trace.outcome == .unknown { root.children = [] }
    if let change = trace.counterfactual {
      root.note =
        root.note.map {
          LocalizedText(zh: "\($0.zh)；\(change.zh)", en: "\($0.en); \(change.en)")
        } ?? change
    }
    return root
  }

  private func node(_ step: Trace.Step) -> ReportTrace {
    var children = step.children.map(node)
    if let comparison = step.comparison {
      children += [comparison.left, comparison.right].compactMap { operand($0, beside: step) }
    } else {
      children += step.operands.compactMap { operand($0, beside: step) }
    }
    if step.comparison == nil && step.operands.isEmpty && step.elements == nil {
      children += step.facts.filter { $0.text != step.text }.map(fact)
    }
    if let elements = step.elements { children += self.elements(elements) }
    return ReportTrace(
      text: step.text.singleLine, value: shown(step.value) ?? step.outcome.truthText,
      verdict: ReportTrace.Verdict(step.outcome), isDecisive: children.isEmpty,
      origin: ownPath(step).flatMap(origin), note: TraceNotes.note(on: step), children: children)
  }

  private func shown(_ value: Trace.ValueText?) -> String? {
    // The language of a report is not known here, so a number of elements stands in brackets.
    value.map { value in
      guard let count = value.count, value.isCountedOnly else { return value.text }
      return value.type == "list" ? "[… × \(count)]" : "{… × \(count)}"
    }
  }

  /// The path of a step that is itself a fact.
  private func ownPath(_ step: Trace.Step) -> AccessPath? {
    step.facts.first { $0.text == step.text }?.path
  }

  /// Returns a side of a comparison or an argument; nothing for one that is written out.
  private func operand(_ operand: Trace.Operand, beside step: Trace.Step?) -> ReportTrace? {
    guard let step, !operand.isLiteral, operand.text != step.text, operand.value != nil else {
      return nil
    }
    // A computed side shows the facts that it is made of, unless the elements of a filter tell it.
    let facts =
      !step.children.isEmpty
      ? []
      : step.facts.filter {
        operand.path == nil && operand.range.start <= $0.range.start
          && $0.range.end <= operand.range.end && $0.text != operand.text
      }
    return ReportTrace(
      text: operand.text.singleLine, value: shown(operand.value) ?? "", verdict: .value,
      isDecisive: true, origin: operand.path.flatMap(origin), children: facts.map(fact))
  }

  private func fact(_ fact: Trace.Fact) -> ReportTrace {
    ReportTrace(
      text: fact.text.singleLine, value: shown(fact.value) ?? "", verdict: .value, isDecisive: true,
      origin: fact.path.flatMap(origin))
  }

  /// Returns the elements, then once what the condition reads beside them.
  private func elements(_ elements: Trace.Elements) -> [ReportTrace] {
    var shared: [ReportTrace] = []
    let shown = elements.shown.map { element in
      var node = self.element(element)
      // A condition of one comparison is already told by the elements.
      if let comparison = element.step?.comparison {
        var own: [ReportTrace] = []
        for side in [comparison.left, comparison.right] {
          guard let child = operand(side, beside: element.step), side.path != element.path else {
            continue
          }
          if isPart(side.path, of: element.path) {
            own.append(child)
          } else if !shared.contains(child) {
            shared.append(child)
          }
        }
        node.children = own
        node.isDecisive = own.isEmpty
        node.note = element.step.flatMap(TraceNotes.note)
      }
      return node
    }
    return shown + shared
  }

  /// Whether a value is read from an element, or may be.
  private func isPart(_ path: AccessPath?, of element: AccessPath?) -> Bool {
    guard let path, let element else { return true }
    return path.variable == element.variable && path.steps.starts(with: element.steps)
  }

  private func element(_ element: Trace.Element) -> ReportTrace {
    let place = "[\(element.key ?? String(element.index))]"
    let name = element.identification
    return ReportTrace(
      text: name.map { "\(place) \($0.field)" } ?? place,
      value: name?.value.text ?? shown(element.value) ?? "",
      verdict: element.step.map { ReportTrace.Verdict($0.outcome) } ?? .value,
      isDecisive: element.step == nil, origin: element.path.flatMap(origin),
      children: element.step.map { [node($0)] } ?? [])
  }
}

extension Trace.Outcome {
  /// The truth value as a rule writes it; empty for what is none.
  fileprivate var truthText: String { self == .true || self == .false ? rawValue : "" }
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
