// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import YAMLTree

/// Compiles the rules of a catalog with the variables that they see.
struct RuleCompiler {
  private let base: CELEnvironment

  /// - Parameter facts: the facts of the organisation, each a variable of its own.
  init(facts: KnownFacts) {
    var environment = CELEnvironment()
    for fact in facts.readable {
      environment.declare(
        RuleVariables.fact(fact.id), fact.kind.type, documentation: fact.question)
    }
    for name in facts.faulty { environment.declare(RuleVariables.fact(name), .error) }
    if !facts.isComplete { environment.declare(RuleVariables.facts, .error) }
    environment.declare(RuleVariables.asOf, .timestamp)
    environment.declare(RuleVariables.asset, .record(RuleVariables.assetType))
    base = environment
  }

  /// Returns the compiled rule, or `nil` after it was reported why there is none.
  func compile(
    _ text: EmbeddedText?, variables: [(name: String, type: CELType)], _ context: DecodingContext
  ) -> Rule? {
    guard let text else { return nil }
    var environment = base
    for variable in variables { environment.declare(variable.name, variable.type) }
    return Self.compile(text, in: environment, context)
  }

  /// Returns the rule that makes a verdict from the checks of a control.
  func compileVerdict(
    _ text: EmbeddedText, checks: [String], _ context: DecodingContext
  ) -> Rule? {
    var environment = CELEnvironment()
    for check in checks { environment.declare(check, .bool) }
    return Self.compile(text, in: environment, context)
  }

  private static func compile(
    _ text: EmbeddedText, in environment: CELEnvironment, _ context: DecodingContext
  ) -> Rule? {
    let compilation = environment.compile(text, expecting: .bool)
    for diagnostic in compilation.diagnostics { context.report(diagnostic) }
    return compilation.program.map { Rule(text: text, program: $0) }
  }
}
