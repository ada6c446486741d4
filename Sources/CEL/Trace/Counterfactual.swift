// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Says what would make an expression true, when a single comparison decided that it is not.
enum Counterfactual {
  /// Returns the phrase, or `nil` when more than one part decided.
  static func of(_ root: Trace.Step) -> LocalizedText? {
    guard root.outcome == .false else { return nil }
    return phrase(root, isNegated: false, element: nil)
  }

  private static func phrase(
    _ step: Trace.Step, isNegated: Bool, element: Trace.Element?
  ) -> LocalizedText? {
    switch step.kind {
    case .and, .or, .binding:
      // An operand that is itself unknown or an error would keep the whole from passing.
      let neutral: Trace.Outcome = step.kind == .and ? .true : .false
      guard step.children.count == 1, step.others.allSatisfy({ $0.outcome == neutral }) else {
        return nil
      }
      return phrase(step.children[0], isNegated: isNegated, element: element)
    case .not:
      guard step.children.count == 1 else { return nil }
      return phrase(step.children[0], isNegated: !isNegated, element: element)
    case .quantifier:
      guard !isNegated, let elements = step.elements, elements.selection == .counterexamples,
        elements.shown.count == 1, elements.more == 0, let inner = elements.shown[0].step
      else { return nil }
      return phrase(inner, isNegated: isNegated, element: elements.shown[0])
    case .comparison:
      guard let comparison = step.comparison else { return nil }
      return phrase(comparison, step, isNegated: isNegated, element: element)
    default: return nil
    }
  }

  private static func phrase(
    _ comparison: Trace.Comparison, _ step: Trace.Step, isNegated: Bool, element: Trace.Element?
  ) -> LocalizedText? {
    if comparison.symbol == "in", !isNegated, let value = comparison.left.value, !value.isRedacted,
      comparison.right.path != nil
    {
      // A setting is to be mended, not what is accepted for it.
      if element == nil, comparison.left.path != nil, let accepted = comparison.right.value {
        return TraceMessages.passesWhenOneOf(comparison.left.text, accepted.text)
      }
      return TraceMessages.passesWhenMember(
        value.text, leaves: element?.path.map(container), joins: comparison.right.text)
    }
    // What is true of an element is said with the element's variable, which means nothing outside.
    guard element == nil else { return nil }
    guard isNegated else { return TraceMessages.passesWhen(step.text) }
    let opposites = ["==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"]
    guard let opposite = opposites[comparison.symbol] else { return nil }
    return TraceMessages.passesWhen(
      "\(comparison.left.text) \(opposite) \(comparison.right.text)")
  }

  /// Returns the list or map that an element is in.
  private static func container(_ path: AccessPath) -> String {
    AccessPath(variable: path.variable, steps: Array(path.steps.dropLast())).description
  }
}
