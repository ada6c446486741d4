// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics

/// The variables that an expression given to `eval` may read, with their values and origins.
struct EvaluationFacts {
  /// What the checker knows.
  private(set) var environment = CELEnvironment()
  /// What evaluation knows.
  private(set) var activation = Activation()
  /// The variables in the order in which they were first bound.
  private(set) var variables: [Variable] = []
  private var origins: [String: @Sendable ([AccessPath.Step]) -> String?] = [:]

  /// A variable as `:vars` shows it.
  struct Variable {
    var name: String
    var type: CELType
    /// The value; `nil` when evidence is missing.
    var value: CELValue?
    /// Why there is no value.
    var reason: LocalizedText?
  }

  /// Facts that hold only the time.
  init(asOf: Instant) {
    bind("as_of", .timestamp(asOf), as: .timestamp)
  }

  /// Gives a variable a value, replacing the one it may have.
  mutating func bind(
    _ name: String, _ value: CELValue, as type: CELType = .dyn,
    origin: (@Sendable ([AccessPath.Step]) -> String?)? = nil
  ) {
    environment.declare(name, type)
    activation.bind(name, value)
    note(Variable(name: name, type: type, value: value))
    origins[name] = origin
  }

  /// Says that the evidence of a variable is missing.
  mutating func bind(
    _ name: String, missing evidence: String, as type: CELType, because reason: LocalizedText
  ) {
    environment.declare(name, type)
    activation.bind(name, unknown: evidence)
    note(Variable(name: name, type: type, reason: reason))
    origins[name] = nil
  }

  private mutating func note(_ variable: Variable) {
    if let place = variables.firstIndex(where: { $0.name == variable.name }) {
      variables[place] = variable
    } else {
      variables.append(variable)
    }
  }

  /// Returns where a value was read, such as `app.yaml:12`.
  func origin(of path: AccessPath) -> String? { origins[path.variable]?(path.steps) }
}

extension AccessPath.Step {
  /// The step as a name in an access path of evidence.
  var name: String {
    switch self {
    case .field(let name), .key(let name): name
    case .index(let index): String(index)
    }
  }
}
