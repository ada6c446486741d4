// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// What came of an expression given to `eval`.
struct EvaluationOutcome {
  /// The text as written.
  let source: EmbeddedText
  /// What compiling it came to.
  let compilation: Compilation
  /// What evaluating it came to; `nil` when it has errors or was only checked.
  private(set) var result: EvaluationResult?
  /// The cost in units.
  private(set) var cost = 0
  /// Why; only when asked for.
  private(set) var trace: Trace?

  /// Compiles an expression without evaluating it.
  init(checking source: EmbeddedText, in facts: EvaluationFacts) {
    self.source = source
    compilation = facts.environment.compile(source)
  }

  /// Compiles and evaluates an expression, and explains the result when asked to.
  init(_ source: EmbeddedText, in facts: EvaluationFacts, explains: Bool) {
    self.init(checking: source, in: facts)
    guard let program = compilation.program else { return }
    let (result, cost) = program.evaluateCounting(facts.activation)
    self.result = result
    self.cost = cost
    if explains { trace = program.explain(facts.activation) }
  }

  /// The value, when there is one.
  var value: CELValue? { if case .value(let value) = result { value } else { nil } }

  /// How the program ends: false is a finding; an error or unknown is a failure, never a pass.
  var status: ExitStatus {
    if compilation.program == nil { return .failure }
    switch result {
    case .value(.bool(false)): return .findings
    case .value, nil: return .clean
    case .error, .unknown: return .failure
    }
  }

  /// What is wrong with the expression and, when it has no value, why.
  var diagnostics: [Diagnostic] { mistakes + stops }

  /// What is wrong with the expression itself. One that reads no variable is meant to come to the
  /// same whenever it is evaluated.
  var mistakes: [Diagnostic] {
    let isConstant = compilation.program?.references.isEmpty ?? false
    return compilation.diagnostics.filter { !isConstant || !$0.id.hasPrefix("always-") }
  }

  /// Why there is no value.
  private var stops: [Diagnostic] {
    switch result {
    case .value, nil: return []
    case .error(let error):
      var message = error.message
      if error.suggestion == nil, !error.available.isEmpty {
        let names = error.available.joined(separator: ", ")
        message = LocalizedText(
          zh: "\(message.zh)；现有：\(names)", en: "\(message.en); there are: \(names)")
      }
      let fix = error.suggestion.map { suggestion in
        Diagnostic.FixIt(
          LocalizedText(zh: "是否想写 '\(suggestion)'？", en: "did you mean '\(suggestion)'?"),
          edits: [.init(replace: source.span(of: error.range).range, with: suggestion)])
      }
      return [
        Diagnostic(
          error.code.rawValue, message, at: source.span(of: error.range),
          fixIts: fix.map { [$0] } ?? [])
      ]
    case .unknown(let set):
      return set.items.map { item in
        Diagnostic(
          "unknown",
          LocalizedText(
            zh: "结果未知：缺少证据 \(item.evidence)",
            en: "the result is unknown: \(item.evidence) was not collected"),
          at: source.span(of: item.range))
      }
    }
  }
}
