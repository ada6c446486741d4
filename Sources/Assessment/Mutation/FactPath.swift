// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL

/// A fact that a rule reads: the way from a variable to it, through any element of lists and maps,
/// such as `accounts.users[].password`.
package struct FactPath: Sendable, Hashable {
  /// One step into a value.
  package enum Step: Sendable, Hashable {
    /// A field of a record.
    case field(String)
    /// The value of a key of a map.
    case key(String)
    /// Any element of a list, or any value of a map.
    case element
  }

  /// The name of the variable.
  package let variable: String
  /// The steps from the outside in.
  package let steps: [Step]

  init(_ variable: String, _ steps: [Step] = []) {
    self.variable = variable
    self.steps = steps
  }

  /// Returns the path one step further in.
  func appending(_ step: Step) -> FactPath { FactPath(variable, steps + [step]) }
}

extension FactPath: CustomStringConvertible {
  /// The path as a rule would write it, with `[]` for any element.
  package var description: String {
    steps.reduce(into: variable) { text, step in
      switch step {
      case .field(let name): text += "." + name
      case .key(let key): text += "[\"\(key)\"]"
      case .element: text += "[]"
      }
    }
  }
}

extension CELType {
  /// Returns the type that a step leads to, and whether there may be nothing; `nil` when the type
  /// has no such part.
  func part(_ step: FactPath.Step) -> (type: CELType, isOptional: Bool)? {
    switch (self, step) {
    case (.record(let record), .field(let name)):
      record.field(name).map { ($0.type, $0.isOptional) }
    case (.map(_, let value), .key), (.map(_, let value), .element): (value, true)
    case (.list(let element), .element): (element, false)
    default: nil
    }
  }

  /// Returns the type at the end of steps.
  func part(_ steps: [FactPath.Step]) -> CELType? {
    steps.reduce(self as CELType?) { type, step in type?.part(step)?.type }
  }
}
