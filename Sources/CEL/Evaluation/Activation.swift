// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The values of variables for one evaluation.
package struct Activation: Sendable {
  /// What a variable stands for.
  enum Binding: Sendable {
    case value(CELValue)
    /// Evidence that was not collected, by its name.
    case unknown(String)
    case error(FunctionFailure)
  }

  private(set) var bindings: [String: Binding] = [:]

  /// An activation without variables.
  package init() {}

  /// Gives a variable a value.
  package mutating func bind(_ name: String, _ value: CELValue) {
    bindings[name] = .value(value)
  }

  /// Says that the value of a variable is not known, because evidence is missing.
  ///
  /// The text names the evidence; `EvaluationResult.unknown` carries the names of all missing
  /// evidence that the result hangs on.
  package mutating func bind(_ name: String, unknown evidence: String) {
    bindings[name] = .unknown(evidence)
  }

  /// Says that reading a variable is an error, because its evidence could not be understood.
  package mutating func bind(_ name: String, error: FunctionFailure) {
    bindings[name] = .error(error)
  }
}
