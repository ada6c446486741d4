// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What came of compiling an expression.
package struct Compilation: Sendable {
  /// The program; `nil` when there are errors.
  package let program: Program?
  /// Errors and warnings in reading order, which point into the file of the expression.
  package let diagnostics: [Diagnostic]
  /// The type of the result, when the expression could be parsed.
  package let type: CELType?
  /// What evaluating will cost; `nil` when there are errors.
  package var cost: CostEstimate?
}

extension CELEnvironment {
  /// Compiles an expression, which must have a type when one is expected.
  ///
  /// When `bool` is expected but only evaluation can tell the type, a result of another type is an
  /// evaluation error.
  package func compile(_ source: EmbeddedText, expecting expected: CELType? = nil) -> Compilation {
    compile(source, expecting: expected, isLenient: false)
  }

  /// Compiles an expression without checking its types: all questions are left to evaluation.
  package func compileUnchecked(_ source: EmbeddedText) -> Compilation {
    compile(source, expecting: nil, isLenient: true)
  }

  private func compile(
    _ source: EmbeddedText, expecting expected: CELType?, isLenient: Bool
  ) -> Compilation {
    let tree: SyntaxTree
    switch Parser.parse(source, limits: limits, options: parserOptions) {
    case .success(let parsed): tree = parsed
    case .failure(let failure):
      return Compilation(program: nil, diagnostics: failure.diagnostics, type: nil)
    }
    var checker = Checker(tree, in: self, isLenient: isLenient)
    let checked = checker.check(expecting: expected)
    let type = checked.types[tree.root]
    if checker.diagnostics.hasErrors {
      return Compilation(program: nil, diagnostics: limited(checker.diagnostics), type: type)
    }
    var planner = Planner(
      checked, isLenient: isLenient, foldsConstants: foldsConstants)
    let root = planner.plan(tree.root)
    if planner.diagnostics.hasErrors {
      return Compilation(program: nil, diagnostics: limited(planner.diagnostics), type: type)
    }
    let program = Program(checked, planner, root: root, mustBeBool: expected == .bool, self)
    let cost = CostEstimator.estimate(checked, planner.nodes)
    var warnings = isLenient ? [] : Linter.lint(checked, planner.nodes)
    if cost.units > limits.cost { warnings.append(expensive(cost, source)) }
    return Compilation(
      program: program, diagnostics: limited(warnings), type: type, cost: cost)
  }

  /// Compiles a tree that was made from one that compiled; says nothing about it.
  func compile(_ tree: SyntaxTree, expecting expected: CELType?) -> Program? {
    var checker = Checker(tree, in: self, isLenient: false)
    let checked = checker.check(expecting: expected)
    if checker.diagnostics.hasErrors { return nil }
    var planner = Planner(checked, isLenient: false, foldsConstants: foldsConstants)
    let root = planner.plan(tree.root)
    if planner.diagnostics.hasErrors { return nil }
    return Program(checked, planner, root: root, mustBeBool: expected == .bool, self)
  }

  private func expensive(_ cost: CostEstimate, _ source: EmbeddedText) -> Diagnostic {
    let message = LintMessages.expensive(cost.units, limit: limits.cost, degree: cost.degree)
    return Diagnostic(
      message.id, message.text, severity: .warning, at: source.span(of: cost.dominating))
  }

  private func limited(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    Array(diagnostics.inReadingOrder().prefix(limits.reportedErrors))
  }
}
