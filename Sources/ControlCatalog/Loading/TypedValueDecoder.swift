// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
import Chronology
import Diagnostics
package import YAMLTree

/// Makes values of the expression language from YAML by their type.
///
/// A timestamp is a date or an RFC 3339 time; a duration is ISO 8601 (`P180D`) or as the expression
/// language writes it (`86400s`, `1h30m`). Fields of a record may be left out, so that an example
/// shows only what matters; a rule that reads one then fails loudly.
package enum TypedValueDecoder {
  /// The deepest nesting of lists, maps and records that is read.
  private static let maximumDepth = 32

  /// Returns the value of a node, or `nil` after it was reported why there is none.
  package static func decode(
    _ node: YAMLNode, as type: CELType, _ context: DecodingContext, depth: Int = 0
  ) -> CELValue? {
    guard depth < maximumDepth else {
      context.report("nesting-limit", CatalogMessages.tooDeep, at: node)
      return nil
    }
    switch type {
    // What the type belongs to is faulty, which is already reported.
    case .error:
      return nil
    case .list(let element):
      return elements(node, element, context, depth).map { .list($0) }
    case .map(.string, let value):
      return entries(node, value, context, depth)
    case .record(let record):
      return self.record(node, record, context, depth)
    default:
      return scalar(node, type, context)
    }
  }

  private static func scalar(
    _ node: YAMLNode, _ type: CELType, _ context: DecodingContext
  ) -> CELValue? {
    switch type {
    case .bool: return Bool(from: node, context).map { .bool($0) }
    case .int: return Int(from: node, context).map { .int(Int64($0)) }
    case .double: return Double(from: node, context).map { .double($0) }
    case .string: return String(from: node, context).map { .string($0) }
    case .timestamp: return Instant(from: node, context).map { .timestamp($0) }
    case .duration:
      return Duration(from: node, context).map { .duration(nanoseconds: $0.nanoseconds) }
    default:
      context.report("unsupported-type", CatalogMessages.unsupportedType(type), at: node)
      return nil
    }
  }

  private static func elements(
    _ node: YAMLNode, _ type: CELType, _ context: DecodingContext, _ depth: Int
  ) -> [CELValue]? {
    guard node.kind == .sequence else {
      context.reportWrongType(node, expected: CatalogMessages.listType(type))
      return nil
    }
    return node.elements.compactMap { decode($0, as: type, context, depth: depth + 1) }
  }

  private static func entries(
    _ node: YAMLNode, _ type: CELType, _ context: DecodingContext, _ depth: Int
  ) -> CELValue? {
    guard node.kind == .mapping else {
      context.reportWrongType(node, expected: CatalogMessages.mapType(type))
      return nil
    }
    return .map(
      node.pairs.compactMap { pair in
        // A name may be followed by a number, so scalars are texts whatever they look like.
        let value =
          type == .string && pair.value.kind == .scalar && !pair.value.isNull
          ? CELValue.string(pair.value.text)
          : decode(pair.value, as: type, context, depth: depth + 1)
        return value.map { (.string(pair.key.text), $0) }
      })
  }

  private static func record(
    _ node: YAMLNode, _ type: RecordType, _ context: DecodingContext, _ depth: Int
  ) -> CELValue? {
    guard node.kind == .mapping else {
      context.reportWrongType(node, expected: CatalogMessages.recordType(type))
      return nil
    }
    var values: [String: CELValue] = [:]
    for pair in node.pairs {
      guard let field = type.field(pair.key.text) else {
        context.report(
          "unknown-field", CatalogMessages.unknownField(pair.key.text, type), at: pair.key,
          fixIts: context.suggestion(for: pair.key, among: type.fields.map(\.name)))
        continue
      }
      values[field.name] = decode(pair.value, as: field.type, context, depth: depth + 1)
    }
    return .record(type, values)
  }
}

/// A span of time of a fixed length.
struct Duration: YAMLTextDecodable {
  let nanoseconds: Int64

  static var expectation: LocalizedText {
    LocalizedText(
      zh: "时长，形如 P180D、PT4H 或 90m", en: "a length of time such as P180D, PT4H or 90m")
  }

  init?(yamlText text: String) {
    let parsed =
      text.contains("P") ? try? ISO8601Duration.parse(text) : try? DurationText.parse(text)
    guard let parsed else { return nil }
    nanoseconds = parsed
  }
}
