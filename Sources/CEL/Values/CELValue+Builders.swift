// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

extension CELValue {
  /// A text.
  package static func string(_ text: String) -> CELValue { .string(CELString.make(text)) }

  /// Octets.
  package static func bytes(_ octets: [UInt8]) -> CELValue { .bytes(CELBytes(octets)) }

  /// A list of values.
  package static func list(_ elements: [CELValue]) -> CELValue { .list(CELList(elements)) }

  /// A map from entries in order; of two equal keys the last counts.
  ///
  /// Keys must be truth values, integers or strings; entries with another key are dropped. Give
  /// maps that are alike the same `ShapeTable` to make rules over them fast.
  package static func map(
    _ entries: [(CELValue, CELValue)], shapes: ShapeTable? = nil
  ) -> CELValue {
    if let map = try? CELMap(entries.map { (key: $0.0, value: $0.1) }, shapes: shapes) {
      return .map(map)
    }
    var kept: [(key: CELValue, value: CELValue)] = []
    for (key, value) in entries {
      if let place = kept.firstIndex(where: { $0.key.isEqual(to: key) }) {
        kept[place].value = value
      } else if (try? CELMap([(key: key, value: value)])) != nil {
        kept.append((key: key, value: value))
      }
    }
    return .map((try? CELMap(kept, shapes: shapes)) ?? .empty)
  }

  /// A record with values for declared fields by name.
  package static func record(_ type: RecordType, _ values: [String: CELValue]) -> CELValue {
    .record(CELRecord(type, values))
  }

  /// A length of time in nanoseconds.
  package static func duration(nanoseconds: Int64) -> CELValue {
    .duration(CELDuration(nanoseconds: nanoseconds))
  }

  /// A value that may be absent.
  package static func optional(_ value: CELValue?) -> CELValue {
    .optional(value.map { CELOptional($0) } ?? .absent)
  }

  /// A value of a library's type.
  package static func opaque(_ value: any OpaqueValue) -> CELValue { .opaque(CELOpaque(value)) }
}

// MARK: - Readers

extension CELValue {
  /// The truth value, or `nil` for another type.
  package var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The signed number, or `nil` for another type.
  package var intValue: Int64? { if case .int(let value) = self { value } else { nil } }

  /// The unsigned number, or `nil` for another type.
  package var uintValue: UInt64? { if case .uint(let value) = self { value } else { nil } }

  /// The floating-point number, or `nil` for another type.
  package var doubleValue: Double? { if case .double(let value) = self { value } else { nil } }

  /// The text, or `nil` for another type.
  package var stringValue: String? { if case .string(let value) = self { value.text } else { nil } }

  /// The octets, or `nil` for another type.
  package var bytesValue: [UInt8]? {
    if case .bytes(let value) = self { value.octets } else { nil }
  }

  /// The list, or `nil` for another type.
  package var listValue: CELList? { if case .list(let value) = self { value } else { nil } }

  /// The map, or `nil` for another type.
  package var mapValue: CELMap? { if case .map(let value) = self { value } else { nil } }

  /// The record, or `nil` for another type.
  package var recordValue: CELRecord? { if case .record(let value) = self { value } else { nil } }

  /// The point in time, or `nil` for another type.
  package var timestampValue: Instant? {
    if case .timestamp(let value) = self { value } else { nil }
  }

  /// The length of time, or `nil` for another type.
  package var durationValue: CELDuration? {
    if case .duration(let value) = self { value } else { nil }
  }

  /// Returns the opaque value when it is of a Swift type.
  package func opaqueValue<T: OpaqueValue>(_ type: T.Type = T.self) -> T? {
    if case .opaque(let box) = self { box.value as? T } else { nil }
  }

  /// Whether the value is `null`.
  package var isNull: Bool { if case .null = self { true } else { false } }
}
