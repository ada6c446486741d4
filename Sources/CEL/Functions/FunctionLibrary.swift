// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Functions, macros and types that belong together.
///
/// A library is one file in `Libraries/` and one line in `FunctionLibrary.all`; the reference page,
/// the checker and evaluation read the same declarations.
package struct FunctionLibrary: Sendable {
  /// The name in kebab-case, such as `strings`.
  package var name: String
  /// What the library is for, in one phrase.
  package var documentation: LocalizedText
  /// The functions and operators; a function may be declared by several libraries with different
  /// overloads, such as `string`.
  package var functions: [FunctionDeclaration]
  /// The macros, which the parser and evaluation know by name.
  package var macros: [MacroDeclaration]
  /// The types that can be written as an identifier, such as `net.IP`.
  package var types: [String: CELType]

  package init(
    _ name: String, _ documentation: LocalizedText, functions: [FunctionDeclaration] = [],
    macros: [MacroDeclaration] = [], types: [String: CELType] = [:]
  ) {
    self.name = name
    self.documentation = documentation
    self.functions = functions
    self.macros = macros
    self.types = types
  }
}

/// A macro as the reference page shows it.
package struct MacroDeclaration: Sendable {
  /// The name as written, such as `all` or `cel.bind`.
  package var name: String
  /// What it does.
  package var documentation: LocalizedText
  /// The forms, such as `list.all(x, condition)`.
  package var forms: [String]
  /// Uses with their results; a test runs them.
  package var examples: [FunctionExample]

  package init(
    _ name: String, _ documentation: LocalizedText, forms: [String], examples: [FunctionExample]
  ) {
    self.name = name
    self.documentation = documentation
    self.forms = forms
    self.examples = examples
  }
}

/// A use of a function with its result, both as expressions; a test evaluates and compares them.
package struct FunctionExample: Sendable, Hashable {
  /// The call.
  package var expression: String
  /// The result, as a literal or another expression; `error` for an evaluation error.
  package var result: String

  package init(_ expression: String, _ result: String) {
    self.expression = expression
    self.result = result
  }
}
