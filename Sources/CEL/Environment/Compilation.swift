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
    var planner = Planner(checked, isLenient: isLenient)
    let root = planner.plan(tree.root)
    let diagnostics = checker.diagnostics + planner.diagnostics
    let program =
      diagnostics.hasErrors
      ? nil
      : Program(checked, planner, root: root, mustBeBool: expected == .bool, self)
    return Compilation(program: program, diagnostics: limited(diagnostics), type: type)
  }

  private func limited(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    Array(diagnostics.inReadingOrder().prefix(limits.reportedErrors))
  }
}
