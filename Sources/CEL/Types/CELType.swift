// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A type of the expression language.
package indirect enum CELType: Sendable, Hashable {
  /// Any type: the checker leaves the question to evaluation.
  case dyn
  /// The type of a faulty part, which is compatible with everything so that one fault is told once.
  case error
  /// The type of `null`.
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  /// A list of elements of one type.
  case list(CELType)
  /// A map from keys of one type to values of one type.
  case map(CELType, CELType)
  /// The type of a type as a value.
  case type(CELType)
  /// A value of a type that may be absent.
  case optional(CELType)
  /// An object with declared fields.
  case record(RecordType)
  /// A type that a library defines, with its parameters, such as `net.IP`.
  case abstract(String, [CELType])
  /// A type parameter of a function or, inside the checker, a type not yet known.
  case parameter(String)

  /// Whether evaluation has to find out the type.
  package var isDynamic: Bool {
    switch self {
    case .dyn, .error: true
    default: false
    }
  }
}

extension CELType: CustomStringConvertible {
  /// The type as the reference and the messages write it, such as `list(string)`.
  package var description: String {
    switch self {
    case .dyn: "dyn"
    case .error: "error"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type(let inner): "type(\(inner))"
    case .optional(let inner): "optional_type(\(inner))"
    case .record(let record): record.name
    case .abstract(let name, let parameters):
      parameters.isEmpty
        ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .parameter(let name): name
    }
  }

  /// The name of the type at run time, where parameters are erased: what `type(x)` equals.
  package var runtimeName: String {
    switch self {
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .optional: "optional_type"
    case .abstract(let name, _): name
    default: description
    }
  }
}
