// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What expressions may use: variables, functions, limits.
///
///     var environment = CELEnvironment()
///     environment.declare("sshd", .record(sshdType))
///     let compilation = environment.compile(EmbeddedText(whole: source), expecting: .bool)
package struct CELEnvironment: Sendable {
  /// What an expression may take.
  package let limits: Limits
  /// The namespace in which names are looked up first, such as `a.b`; empty for none.
  package let container: String
  /// The variables by name.
  package private(set) var variables: [String: VariableDeclaration] = [:]
  /// The names of the fields that a declared type marks as sensitive.
  private(set) var sensitiveFields: Set<String> = []
  /// The functions and type names.
  private(set) var functions: FunctionTable
  /// What the parser knows beside the language.
  package var parserOptions = Parser.Options()

  /// Whether what does not depend on variables is computed when compiling.
  package var foldsConstants = true

  /// An environment without variables, with all libraries.
  package init(limits: Limits = .default, container: String = "") {
    self.limits = limits
    self.container = container
    functions = .all
  }

  /// Declares a variable; a second declaration of a name replaces the first.
  package mutating func declare(
    _ variable: String, _ type: CELType, documentation: LocalizedText? = nil,
    isSensitive: Bool = false
  ) {
    variables[variable] = VariableDeclaration(
      name: variable, type: type, documentation: documentation, isSensitive: isSensitive)
    type.collectSensitiveFields(&sensitiveFields)
  }

  /// Adds overloads of a function that is not in a library.
  package mutating func declare(_ function: FunctionDeclaration) {
    functions.add(function)
  }

  /// Returns the full names that a name may stand for, the innermost namespace first.
  func candidates(for name: String, isRooted: Bool) -> [String] {
    if isRooted || container.isEmpty { return [name] }
    var names: [String] = []
    var prefix = container[...]
    while true {
      names.append(prefix + "." + name)
      guard let dot = prefix.lastIndex(of: ".") else { break }
      prefix = prefix[..<dot]
    }
    return names + [name]
  }
}
