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

/// Values by name, in the order in which the names were first set.
///
/// Two objects are equal when they hold the same values under the same names, in whatever order.
package struct EvidenceObject: Sendable {
  /// The names in the order in which they were first set.
  package private(set) var keys: [String] = []
  private var values: [String: EvidenceValue] = [:]

  package init() {}

  /// The number of names.
  package var count: Int { keys.count }

  /// Whether nothing is held.
  package var isEmpty: Bool { keys.isEmpty }

  /// The names in the order of their UTF-8 bytes, which is the order of canonical JSON.
  package var sortedKeys: [String] {
    keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The value under a name; setting `nil` removes the name.
  package subscript(key: String) -> EvidenceValue? {
    get { values[key] }
    set {
      let previous = values[key]
      values[key] = newValue
      if previous == nil, newValue != nil {
        keys.append(key)
      } else if previous != nil, newValue == nil {
        keys.removeAll { $0 == key }
      }
    }
  }
}

extension EvidenceObject: Hashable {
  package static func == (a: EvidenceObject, b: EvidenceObject) -> Bool { a.values == b.values }

  package func hash(into hasher: inout Hasher) { hasher.combine(values) }
}

extension EvidenceObject: Sequence {
  /// Returns the names with their values, in the order in which the names were first set.
  package func makeIterator() -> AnyIterator<(key: String, value: EvidenceValue)> {
    var index = 0
    return AnyIterator {
      guard index < keys.count, let value = values[keys[index]] else { return nil }
      defer { index += 1 }
      return (keys[index], value)
    }
  }
}

extension EvidenceObject: ExpressibleByDictionaryLiteral {
  /// An object from pairs; of equal names the last wins.
  package init(dictionaryLiteral elements: (String, EvidenceValue)...) {
    for (key, value) in elements { self[key] = value }
  }
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
