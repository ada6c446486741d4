// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Program {
  /// Returns the program with a truth value in the place of one expression of its tree; `nil` when
  /// no such expression can stand there.
  ///
  /// What evaluates alike with and without an expression does not hang on it.
  package func replacing(_ id: Expression.ID, by truth: Bool) -> Program? {
    var changed = tree
    changed.nodes[id].kind = .literal(.bool(truth))
    var environment = CELEnvironment(limits: limits)
    for variable in variables.values {
      environment.declare(
        variable.name, variable.type, documentation: variable.documentation,
        isSensitive: variable.isSensitive)
    }
    return environment.compile(changed, expecting: mustBeBool ? .bool : nil)
  }
}
