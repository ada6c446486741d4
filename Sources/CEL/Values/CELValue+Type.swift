// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension CELValue {
  /// The type at run time; the elements of lists, maps and optional values are `dyn`.
  package var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .record(let record): .record(record.type)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    case .opaque(let box): box.value.celType
    }
  }

  /// Whether the value is of a type, looking only at the outermost level.
  func matches(_ type: CELType) -> Bool {
    switch (type, self) {
    case (.dyn, _), (.error, _), (.parameter, _): true
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double): true
    case (.string, .string), (.bytes, .bytes), (.list, .list), (.map, .map): true
    case (.timestamp, .timestamp), (.duration, .duration), (.type, .type): true
    case (.optional, .optional): true
    case (.record(let wanted), .record(let record)): record.type.name == wanted.name
    case (.abstract(let name, _), .opaque(let box)): box.value.celType.runtimeName == name
    default: false
    }
  }
}
