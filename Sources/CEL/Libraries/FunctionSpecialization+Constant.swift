// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension FunctionSpecialization {
  /// A specialization of a function of one argument: the result itself, computed once.
  static func constant(
    argument: Int, _ result: @escaping @Sendable (CELValue) throws -> CELValue
  ) -> FunctionSpecialization {
    FunctionSpecialization(argument: argument) { literal in
      let value = try result(literal)
      return .unary { _ in value }
    }
  }
}
