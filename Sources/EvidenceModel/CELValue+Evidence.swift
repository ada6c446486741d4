// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
import Chronology
import Diagnostics

extension CELValue {
  /// Creates the value of the rule language that a piece of evidence stands for.
  ///
  /// Texts become timestamps (RFC 3339, or a date for its midnight in China) and durations
  /// (`86400s`) where the type says so; whole numbers become doubles where it says so. A field that
  /// is not declared, a required field that is missing and a value of another type are errors.
  ///
  /// - Parameters:
  ///   - evidence: the evidence, of whatever origin.
  ///   - type: the type it must have.
  ///   - path: the access path of the evidence, for errors.
  /// - Throws: the first error in the order of the fields.
  package init(_ evidence: EvidenceValue, as type: CELType, at path: [String] = [])
    throws(EvidenceShapeError)
  {
    switch (type, evidence) {
    case (.dyn, _): self = try CELValue(dynamic: evidence, at: path)
    case (.null, .null): self = .null
    case (.bool, .bool(let value)): self = .bool(value)
    case (.int, .int(let value)): self = .int(value)
    case (.uint, .int(let value)) where value >= 0: self = .uint(UInt64(value))
    case (.double, .double(let value)): self = .double(value)
    case (.double, .int(let value)): self = .double(Double(value))
    case (.string, .string(let value)): self = .string(CELString.make(value))
    case (.timestamp, .string(let text)):
      guard let instant = Instant(text) else { throw Self.mismatch(type, path) }
      self = .timestamp(instant)
    case (.duration, .string(let text)):
      guard let nanoseconds = try? DurationText.parse(text) else { throw Self.mismatch(type, path) }
      self = .duration(CELDuration(nanoseconds: nanoseconds))
    case (.list(let element), .list(let values)):
      self = .list(CELList(try Self.elements(values, as: element, at: path)))
    case (.map(.string, let inner), .object(let object)):
      self = try CELValue(map: object, of: inner, at: path)
    case (.record(let record), .object(let object)):
      self = .record(try Self.record(object, as: record, at: path))
    default: throw Self.mismatch(type, path)
    }
  }

  /// Returns what keeps a piece of evidence from having a type, or `nil` when it has it.
  package static func shapeError(in evidence: EvidenceValue, as type: CELType)
    -> EvidenceShapeError?
  {
    do throws(EvidenceShapeError) {
      _ = try CELValue(evidence, as: type)
      return nil
    } catch {
      return error
    }
  }

  private static func mismatch(_ type: CELType, _ path: [String]) -> EvidenceShapeError {
    EvidenceShapeError(path, EvidenceMessages.mustBe(type.description))
  }

  private static func elements(_ values: [EvidenceValue], as type: CELType, at path: [String])
    throws(EvidenceShapeError) -> [CELValue]
  {
    var elements: [CELValue] = []
    elements.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      elements.append(try CELValue(value, as: type, at: path + [String(index)]))
    }
    return elements
  }

  private init(map object: EvidenceObject, of type: CELType, at path: [String])
    throws(EvidenceShapeError)
  {
    var entries: [(key: CELValue, value: CELValue)] = []
    entries.reserveCapacity(object.count)
    for (key, value) in object {
      let inner = try CELValue(value, as: type, at: path + [key])
      entries.append((.string(CELString.make(key)), inner))
    }
    guard let map = try? CELMap(entries) else {
      throw EvidenceShapeError(path, EvidenceMessages.mustBe("map"))
    }
    self = .map(map)
  }

  private static func record(_ object: EvidenceObject, as type: RecordType, at path: [String])
    throws(EvidenceShapeError) -> CELRecord
  {
    for key in object.keys where type.field(key) == nil {
      let names = type.fields.map(\.name)
      let nearest = SpellingSuggestion.nearest(to: key, in: names)
      throw EvidenceShapeError(path + [key], EvidenceMessages.unknownField(suggestion: nearest))
    }
    var values: [String: CELValue] = [:]
    for field in type.fields {
      let inner = path + [field.name]
      if let value = object[field.name] {
        values[field.name] = try CELValue(value, as: field.type, at: inner)
      } else if !field.isOptional {
        throw EvidenceShapeError(inner, EvidenceMessages.missingField)
      }
    }
    return CELRecord(type, values)
  }

  /// The value of evidence whose type is not declared: texts stay texts.
  private init(dynamic evidence: EvidenceValue, at path: [String]) throws(EvidenceShapeError) {
    guard path.count <= JSONReader.maximumDepth else {
      throw EvidenceShapeError(path, EvidenceMessages.jsonTooDeep(JSONReader.maximumDepth))
    }
    switch evidence {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = .double(value)
    case .string(let value): self = .string(CELString.make(value))
    case .list(let values): self = .list(CELList(try Self.elements(values, as: .dyn, at: path)))
    case .object(let object): self = try CELValue(map: object, of: .dyn, at: path)
    }
  }
}
