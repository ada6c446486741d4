// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

@testable import CEL

extension Trace {
  /// The trace in indented lines, for comparing in tests.
  var outline: String {
    var lines = root.outline(depth: 0)
    lines += missing.map { "missing \($0.evidence)" }
    if let failure {
      lines.append(
        "failure \(failure.code.rawValue) at \(failure.place.line):\(failure.place.column)")
      if let suggestion = failure.suggestion { lines.append("meant \(suggestion)") }
      if let fix = failure.fix { lines.append("fix: \(fix.en)") }
    }
    if let counterfactual { lines.append(counterfactual.en) }
    return lines.joined(separator: "\n")
  }
}

extension Trace.Step {
  fileprivate func outline(depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    var lines = ["\(indent)\(outcome.rawValue) \(kind.rawValue) \(text)"]
    if let comparison {
      let sides = [comparison.left, comparison.right].filter { !$0.isLiteral }
      lines += sides.map { "\(indent)  - \($0.text) = \($0.value?.text ?? "?")" }
      if let distance = comparison.distance {
        lines.append("\(indent)  - \(distance.text.en) \(distance.isAbove ? "above" : "below")")
      }
      if let pattern = comparison.difference?.matchedPattern {
        lines.append(
          "\(indent)  - matches \(pattern) up to \(comparison.difference?.stoppedAt ?? 0)")
      }
    } else if let elements {
      lines.append(
        "\(indent)  - \(elements.selection.rawValue) of \(elements.total): "
          + "\(elements.holding) hold, \(elements.breaking) break, \(elements.more) more")
      for element in elements.shown {
        let place = element.path?.description ?? "[\(element.index)]"
        let name =
          element.identification.map { "\($0.field) \($0.value.text)" } ?? element.value?.text ?? ""
        lines.append("\(indent)  \(place): \(name)")
        lines += element.step?.outline(depth: depth + 2) ?? []
      }
    } else {
      let all = facts.map { "\($0.path?.description ?? $0.text) = \($0.value?.text ?? "?")" }
      lines += all.map { "\(indent)  - \($0)" }
    }
    return lines + children.flatMap { $0.outline(depth: depth + 1) }
  }
}
