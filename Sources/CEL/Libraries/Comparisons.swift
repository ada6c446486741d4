// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A value of a library's type that has an order of its own.
protocol ComparableOpaqueValue: OpaqueValue {
  /// The type in expressions.
  static var celType: CELType { get }

  /// Returns -1, 0 or 1 as this value is less than, equal to or greater than another.
  func compared(to other: Self) -> Int
}

extension SemanticVersion: ComparableOpaqueValue {}

extension FunctionLibrary {
  /// Returns `isLessThan`, `isGreaterThan` and `compareTo` for a type whose `less` comes before
  /// `greater`, both written as expressions for the examples.
  static func comparisons<Value: ComparableOpaqueValue>(
    _ type: Value.Type, _ prefix: String, _ less: String, _ greater: String
  ) -> [FunctionDeclaration] {
    let parameters = [Value.celType, Value.celType]
    @Sendable func order(_ a: CELValue, _ b: CELValue) throws(FunctionFailure) -> Int {
      guard let first: Value = a.opaqueValue() else { throw .wrongType(a, Value.celType) }
      guard let second: Value = b.opaqueValue() else { throw .wrongType(b, Value.celType) }
      return first.compared(to: second)
    }
    return [
      FunctionDeclaration(
        "isLessThan", LocalizedText(zh: "版本是否较旧", en: "Whether the version is older"),
        [
          .member(
            "\(prefix)_is_less_than", parameters, .bool,
            examples: [FunctionExample("\(less).isLessThan(\(greater))", "true")],
            .binary { .bool(try order($0, $1) < 0) })
        ]),
      FunctionDeclaration(
        "isGreaterThan", LocalizedText(zh: "版本是否较新", en: "Whether the version is newer"),
        [
          .member(
            "\(prefix)_is_greater_than", parameters, .bool,
            examples: [FunctionExample("\(less).isGreaterThan(\(greater))", "false")],
            .binary { .bool(try order($0, $1) > 0) })
        ]),
      FunctionDeclaration(
        "compareTo",
        LocalizedText(
          zh: "版本较旧为 -1，相同为 0，较新为 1",
          en: "-1 for an older version, 0 for the same, 1 for a newer one"),
        [
          .member(
            "\(prefix)_compare_to", parameters, .int,
            examples: [FunctionExample("\(less).compareTo(\(greater))", "-1")],
            .binary { .int(Int64(try order($0, $1))) })
        ]),
    ]
  }
}
