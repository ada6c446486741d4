// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A function or operator with its overloads.
package struct FunctionDeclaration: Sendable {
  /// The name, such as `startsWith` or `math.greatest`; operators have names such as `_+_`.
  package var name: String
  /// How an operator is written, such as `+`; `nil` for functions.
  package var symbol: String?
  /// What the function does, in one or two sentences.
  package var documentation: LocalizedText
  /// The argument lists that it takes; no two fit the same arguments.
  package var overloads: [Overload]

  package init(
    _ name: String, symbol: String? = nil, _ documentation: LocalizedText, _ overloads: [Overload]
  ) {
    self.name = name
    self.symbol = symbol
    self.documentation = documentation
    self.overloads = overloads
  }
}

/// One argument list of a function, with what computes the result.
package struct Overload: Sendable {
  /// The name, unique among all overloads, such as `string_starts_with`.
  package var id: String
  /// Whether the first parameter is the receiver, written before the dot.
  package var isMember: Bool
  /// The parameter types, the receiver first. The types `.parameter("T")` stand for any one type.
  package var parameters: [CELType]
  /// Whether the last parameter may be repeated.
  package var isVariadic: Bool
  /// The type of the result.
  package var result: CELType
  /// What the call costs.
  package var cost: FunctionCost
  /// The computation.
  package var implementation: FunctionImplementation
  /// The computation when one argument is a literal, made when the expression is compiled.
  package var specialization: FunctionSpecialization?
  /// Uses with their results.
  package var examples: [FunctionExample]

  /// An overload that is called as `name(first, second)`.
  package static func global(
    _ id: String, _ parameters: [CELType], _ result: CELType, examples: [FunctionExample] = [],
    isVariadic: Bool = false, cost: FunctionCost = .one,
    specialization: FunctionSpecialization? = nil, _ implementation: FunctionImplementation
  ) -> Overload {
    Overload(
      id: id, isMember: false, parameters: parameters, isVariadic: isVariadic, result: result,
      cost: cost, implementation: implementation, specialization: specialization,
      examples: examples)
  }

  /// An overload that is called as `receiver.name(second)`.
  package static func member(
    _ id: String, _ parameters: [CELType], _ result: CELType, examples: [FunctionExample] = [],
    isVariadic: Bool = false, cost: FunctionCost = .one,
    specialization: FunctionSpecialization? = nil, _ implementation: FunctionImplementation
  ) -> Overload {
    Overload(
      id: id, isMember: true, parameters: parameters, isVariadic: isVariadic, result: result,
      cost: cost, implementation: implementation, specialization: specialization,
      examples: examples)
  }
}

/// The computation of a function.
///
/// The arguments have the declared parameter types; where a parameter is `dyn` or a type parameter,
/// the computation looks itself. Throw `FunctionFailure`; the caller adds the range.
package enum FunctionImplementation: Sendable {
  /// No argument.
  case nullary(@Sendable () throws -> CELValue)
  /// One argument.
  case unary(@Sendable (CELValue) throws -> CELValue)
  /// Two arguments.
  case binary(@Sendable (CELValue, CELValue) throws -> CELValue)
  /// Three arguments.
  case ternary(@Sendable (CELValue, CELValue, CELValue) throws -> CELValue)
  /// Any number of arguments.
  case variadic(@Sendable ([CELValue]) throws -> CELValue)
}

/// The computation of a function for a literal argument, such as a regular expression.
package struct FunctionSpecialization: Sendable {
  /// The index of the argument, the receiver being 0.
  package var argument: Int
  /// Makes the computation, which gets all arguments but may ignore the literal. What it throws is
  /// an error of the expression, shown at the literal.
  package var make: @Sendable (CELValue) throws -> FunctionImplementation

  package init(
    argument: Int, _ make: @escaping @Sendable (CELValue) throws -> FunctionImplementation
  ) {
    self.argument = argument
    self.make = make
  }
}
