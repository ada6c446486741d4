// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import Reporting

/// What `eval` prints for people.
struct EvaluationText {
  let terminal: Terminal

  private var language: Language { terminal.language }

  /// Returns the value and, when there is a trace, why it is what it is.
  func text(_ outcome: EvaluationOutcome, _ facts: EvaluationFacts) -> String {
    var lines = outcome.value.map { [$0.description.sanitizedForTerminal] } ?? []
    if let trace = outcome.trace {
      let renderer = TerminalTrace(language: language, usesColor: terminal.colorsOutput) { path in
        facts.origin(of: path).map { ReportTrace.Origin(location: $0) }
      }
      if !lines.isEmpty { lines.append("") }
      lines += renderer.lines(trace)
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// Returns the type of an expression and what evaluating it may cost.
  func summary(_ compilation: Compilation) -> String {
    guard compilation.program != nil, let type = compilation.type else { return "" }
    var text = LocalizedText(zh: "类型 \(type)", en: "type \(type)")[language]
    if let cost = compilation.cost {
      text +=
        LocalizedText(
          zh: "；开销约 \(cost.units) 单位", en: "; costs about \(cost.units) units")[language]
    }
    return text + "\n"
  }

  /// Returns the variables with their types and values.
  func variables(_ facts: EvaluationFacts) -> String {
    let rows = facts.variables.map { variable in
      let value =
        variable.value.map { Self.short($0.description) }
        ?? "? \(variable.reason?[language] ?? "")"
      return ("\(variable.name): \(variable.type)", value.sanitizedForTerminal)
    }
    return Columns(rows).text
  }

  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 100 ? line.prefix(100) + "…" : line
  }
}
