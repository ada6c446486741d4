// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension CELType {
  /// Whether the type marks a field as sensitive.
  var hasSensitiveFields: Bool {
    var names: Set<String> = []
    collectSensitiveFields(&names)
    return !names.isEmpty
  }

  /// Adds the names of the fields that the type marks as sensitive.
  func collectSensitiveFields(_ names: inout Set<String>) {
    if case .record(let record) = self {
      for field in record.fields {
        if field.isSensitive { names.insert(field.name) }
        field.type.collectSensitiveFields(&names)
      }
    }
    for parameter in parameters { parameter.collectSensitiveFields(&names) }
  }
}

extension Program {
  /// Whether a value is or has a record with sensitive fields.
  func hasSensitiveFields(_ value: CELValue) -> Bool {
    guard !sensitiveFields.isEmpty else { return false }
    switch value {
    case .record(let record):
      return record.type.fields.contains {
        $0.isSensitive || record[$0.name].map(hasSensitiveFields) ?? false
      }
    case .list(let list): return list.contains { hasSensitiveFields($0) }
    case .map(let map): return map.entries.contains { hasSensitiveFields($0.value) }
    case .optional(let box): return box.value.map(hasSensitiveFields) ?? false
    default: return false
    }
  }
}
