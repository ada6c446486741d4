// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The values of variables for one evaluation.
///
/// Activations that bind the same names in the same order share a layout, in which a program finds
/// its variables once and not in every evaluation.
package struct Activation: Sendable {
  /// What a variable stands for.
  enum Binding: Sendable {
    case value(CELValue)
    /// Evidence that was not collected, by its name.
    case unknown(String)
    case error(FunctionFailure)
  }

  /// The names in the order in which they were bound.
  private(set) var layout = ActivationLayout.empty
  /// The values of the names; `.null` where there is none.
  private(set) var values: [CELValue] = []
  /// Why names have no value, by place.
  private(set) var exceptions: [Int: Binding] = [:]

  /// An activation without variables.
  package init() {}

  /// Gives a variable a value.
  package mutating func bind(_ name: String, _ value: CELValue) {
    let place = place(of: name)
    values[place] = value
    if !exceptions.isEmpty { exceptions[place] = nil }
  }

  /// Says that the value of a variable is not known, because evidence is missing.
  ///
  /// The text names the evidence; `EvaluationResult.unknown` carries the names of all missing
  /// evidence that the result hangs on.
  package mutating func bind(_ name: String, unknown evidence: String) {
    exceptions[place(of: name)] = .unknown(evidence)
  }

  /// Says that reading a variable is an error, because its evidence could not be understood.
  package mutating func bind(_ name: String, error: FunctionFailure) {
    exceptions[place(of: name)] = .error(error)
  }

  private mutating func place(of name: String) -> Int {
    if let place = layout.places[name] { return place }
    layout = layout.adding(name)
    values.append(.null)
    return values.count - 1
  }

  /// Returns what a variable stands for, or `nil` when it is not bound.
  func binding(_ name: String) -> Binding? {
    guard let place = layout.places[name] else { return nil }
    return exceptions[place] ?? .value(values[place])
  }
}
