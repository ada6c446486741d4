// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import EvidenceModel

extension EvidenceValue {
  /// The value of an expression as JSON can say it: an absent optional as null, octets in base64's
  /// alphabet, a map by the texts of its keys, any other value as the text that `string` gives.
  init(_ value: CELValue) {
    switch value {
    case .null: self = .null
    case .bool(let truth): self = .bool(truth)
    case .int(let number): self = .int(number)
    case .uint(let number):
      self = Int64(exactly: number).map { .int($0) } ?? .string(String(number))
    case .double(let number):
      self = number.isFinite ? .double(number) : .string(number.isNaN ? "NaN" : "\(number)")
    case .string(let text): self = .string(text.text)
    case .bytes: self = .string(Self.text(value, "base64.encode"))
    case .list(let list): self = .list(list.map { EvidenceValue($0) })
    case .map(let map):
      var object = EvidenceObject()
      for (key, value) in map.entries {
        object[key.stringValue ?? key.description] = EvidenceValue(value)
      }
      self = .object(object)
    case .record(let record):
      var object = EvidenceObject()
      for name in record.fieldNames { object[name] = record[name].map { EvidenceValue($0) } }
      self = .object(object)
    case .optional(let box): self = box.value.map { EvidenceValue($0) } ?? .null
    case .timestamp, .duration: self = .string(Self.text(value, "string"))
    case .type(let type): self = .string(type.runtimeName)
    case .opaque(let box): self = .string(box.value.text)
    }
  }

  /// Returns what a function of the language makes of a value.
  private static func text(_ value: CELValue, _ function: String) -> String {
    for declaration in FunctionLibrary.all.flatMap(\.functions)
    where declaration.name == function {
      for overload in declaration.overloads where overload.parameters == [value.type] {
        if case .unary(let call) = overload.implementation,
          let text = (try? call(value))?.stringValue
        {
          return text
        }
      }
    }
    return value.description
  }
}
