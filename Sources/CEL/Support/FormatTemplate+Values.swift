// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension FormatTemplate {
  /// The most lists and maps inside each other that `%s` writes.
  private static let maximumDepth = 64

  /// Returns the template with the values in place of its clauses.
  ///
  /// Throws when there are fewer values than clauses or a value does not fit its clause.
  func filled(with values: CELList) throws(FunctionFailure) -> String {
    var result = TextBuilder()
    var index = 0
    for part in parts {
      switch part {
      case .literal(let text): try result.append(text)
      case .argument(let clause):
        guard index < values.count else { throw .missingFormatArgument(index, of: argumentCount) }
        try result.append(FormatTemplate.text(of: values[index], clause))
        index += 1
      }
    }
    return result.text
  }

  private static func text(
    of value: CELValue, _ clause: Clause
  ) throws(FunctionFailure) -> String {
    switch clause {
    case .text:
      var result = TextBuilder()
      try append(value, to: &result, depth: 0)
      return result.text
    case .decimal:
      switch value {
      case .int(let number): return String(number)
      case .uint(let number): return String(number)
      case .double(let number): return NumberText.positional(number)
      default: throw .formatMismatch("%d", value.type.runtimeName)
      }
    case .fixed(let decimals):
      return NumberText.fixed(try number(value, "%f"), decimals: decimals)
    case .scientific(let decimals):
      return NumberText.scientific(try number(value, "%e"), decimals: decimals)
    case .binary:
      if case .bool(let truth) = value { return truth ? "1" : "0" }
      return try integer(value, "%b", radix: 2)
    case .octal: return try integer(value, "%o", radix: 8)
    case .hexadecimal(let uppercase): return try hexadecimal(value, uppercase: uppercase)
    }
  }

  private static func number(
    _ value: CELValue, _ clause: String
  ) throws(FunctionFailure) -> Double {
    switch value {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .double(let number): number
    default: throw .formatMismatch(clause, value.type.runtimeName)
    }
  }

  private static func integer(
    _ value: CELValue, _ clause: String, radix: Int, uppercase: Bool = false
  ) throws(FunctionFailure) -> String {
    switch value {
    case .int(let number): String(number, radix: radix, uppercase: uppercase)
    case .uint(let number): String(number, radix: radix, uppercase: uppercase)
    default: throw .formatMismatch(clause, value.type.runtimeName)
    }
  }

  private static func hexadecimal(
    _ value: CELValue, uppercase: Bool
  ) throws(FunctionFailure) -> String {
    let bytes: [UInt8]
    switch value {
    case .string(let text): bytes = text.withUTF8 { Array($0) }
    case .bytes(let value): bytes = value.octets
    default: return try integer(value, "%x", radix: 16, uppercase: uppercase)
    }
    let digits = Array((uppercase ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Appends a value as `%s` writes it: texts without quotes, map entries in the order of their text.
  private static func append(
    _ value: CELValue, to result: inout TextBuilder, depth: Int
  ) throws(FunctionFailure) {
    guard depth <= maximumDepth else { throw .formatTooDeep }
    switch value {
    case .list(let list):
      try result.append("[")
      for (index, element) in list.enumerated() {
        if index > 0 { try result.append(", ") }
        try append(element, to: &result, depth: depth + 1)
      }
      try result.append("]")
    case .map(let map):
      try append(map.entries.map { ($0.key, $0.value) }, to: &result, depth: depth)
    case .record(let record):
      let entries = record.fieldNames.enumerated().map { (CELValue.string($1), record.base[$0]) }
      try append(entries, to: &result, depth: depth)
    default: try result.append(scalar(value))
    }
  }

  private static func append(
    _ entries: [(CELValue, CELValue)], to result: inout TextBuilder, depth: Int
  ) throws(FunctionFailure) {
    try result.append("{")
    let named = try entries.map { (key, value) throws(FunctionFailure) in (try scalar(key), value) }
    let ordered = named.sorted { $0.0.utf8.compared(to: $1.0.utf8) < 0 }
    for (index, entry) in ordered.enumerated() {
      try result.append((index > 0 ? ", " : "") + entry.0 + ": ")
      try append(entry.1, to: &result, depth: depth + 1)
    }
    try result.append("}")
  }

  private static func scalar(_ value: CELValue) throws(FunctionFailure) -> String {
    switch value {
    case .null: return "null"
    case .bool(let truth): return truth ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return NumberText.positional(number)
    case .string(let text): return text.text
    case .bytes(let bytes): return String(decoding: bytes.octets, as: UTF8.self)
    case .timestamp(let instant): return instant.timestampText
    case .duration(let duration): return DurationText.format(duration.nanoseconds)
    case .type(let type): return type.runtimeName
    case .opaque(let box): return box.value.text
    default: throw .formatMismatch("%s", value.type.runtimeName)
    }
  }
}
