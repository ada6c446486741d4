// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The way from a variable to a part of its value, such as `sshd.ciphers[4]`.
package struct AccessPath: Sendable, Hashable, Codable {
  /// One step into a value.
  package enum Step: Sendable, Hashable, Codable {
    /// A field of a record, or a map entry read as one.
    case field(String)
    /// An element of a list, from 0.
    case index(Int)
    /// A map entry read with brackets; keys that are not text in their literal form.
    case key(String)
  }

  /// The name of the variable.
  package var variable: String
  /// The steps from the outside in.
  package var steps: [Step]

  package init(variable: String, steps: [Step] = []) {
    self.variable = variable
    self.steps = steps
  }

  /// Returns the path one step further in.
  package func appending(_ step: Step) -> AccessPath {
    AccessPath(variable: variable, steps: steps + [step])
  }
}

extension AccessPath: CustomStringConvertible {
  /// The path as a rule would write it.
  package var description: String {
    steps.reduce(into: variable) { text, step in
      switch step {
      case .field(let name): text += "." + name
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += "[\(CELValue.literal(key))]"
      }
    }
  }
}
