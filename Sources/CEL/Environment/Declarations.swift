// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A variable that expressions may read.
package struct VariableDeclaration: Sendable {
  /// The name, which may have dots.
  package var name: String
  /// The type of its values.
  package var type: CELType
  /// What it holds.
  package var documentation: LocalizedText?
  /// Whether its value must not be shown.
  package var isSensitive: Bool
}

/// The functions and type names of some libraries, looked up by name.
struct FunctionTable: Sendable {
  /// The overloads of all libraries by function name.
  private(set) var functions: [String: [Overload]] = [:]
  /// The types that can be written as a value.
  private(set) var types: [String: CELType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null,
    "type": .type(.dyn), "google.protobuf.Timestamp": .timestamp,
    "google.protobuf.Duration": .duration, "optional_type": .optional(.dyn),
  ]
  /// The names of the macros, for suggestions.
  private(set) var macros: [String] = []

  /// The table of all libraries.
  static let all = FunctionTable(FunctionLibrary.all)

  init(_ libraries: [FunctionLibrary]) {
    for library in libraries {
      for function in library.functions {
        functions[function.name, default: []] += function.overloads
      }
      types.merge(library.types) { first, _ in first }
      macros += library.macros.map(\.name)
    }
  }

  /// Adds overloads of a function.
  mutating func add(_ function: FunctionDeclaration) {
    functions[function.name, default: []] += function.overloads
  }
}
