// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A value read from a host, in the shapes of JSON with whole and broken numbers kept apart.
package enum EvidenceValue: Sendable, Hashable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case int(Int64)
  /// A number with a fraction; one that is not finite is written as `null`.
  case double(Double)
  /// A text; timestamps are RFC 3339 texts and durations texts such as `86400s`.
  case string(String)
  /// Values in order.
  case list([EvidenceValue])
  /// Values by name.
  case object(EvidenceObject)
}

extension EvidenceValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(floatLiteral value: Double) { self = .double(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: EvidenceValue...) { self = .list(elements) }

  package init(dictionaryLiteral elements: (String, EvidenceValue)...) {
    var object = EvidenceObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}

extension EvidenceValue {
  /// A list of texts.
  package static func strings(_ texts: some Sequence<String>) -> EvidenceValue {
    .list(texts.map { .string($0) })
  }

  /// The text, when this is one.
  package var stringValue: String? { if case .string(let value) = self { value } else { nil } }

  /// The whole number, when this is one.
  package var intValue: Int64? { if case .int(let value) = self { value } else { nil } }

  /// The truth value, when this is one.
  package var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements, when this is a list.
  package var listValue: [EvidenceValue]? { if case .list(let value) = self { value } else { nil } }

  /// The fields, when this is an object.
  package var objectValue: EvidenceObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The value of a field, when this is an object that has it.
  package subscript(field: String) -> EvidenceValue? { objectValue?[field] }

  /// The value at an access path: names of fields and decimal indexes of lists.
  package subscript(path path: some Sequence<String>) -> EvidenceValue? {
    var value = self
    for component in path {
      switch value {
      case .object(let object):
        guard let next = object[component] else { return nil }
        value = next
      case .list(let list):
        guard let index = Int(component), list.indices.contains(index) else { return nil }
        value = list[index]
      default: return nil
      }
    }
    return value
  }
}
