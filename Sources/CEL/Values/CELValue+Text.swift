// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension CELValue: CustomStringConvertible {
  /// The value as an expression that evaluates to it, such as `"no"`, `3u` or `[1, 2]`.
  package var description: String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return String(value)
    case .uint(let value): return "\(value)u"
    case .double(let value): return CELValue.literal(value)
    case .string(let value): return CELValue.literal(value.text)
    case .bytes(let value): return CELValue.literal(value.octets)
    case .list(let list): return "[\(list.map(\.description).joined(separator: ", "))]"
    case .map(let map):
      return "{\(map.entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    case .record(let record):
      let fields = zip(record.fieldNames, 0...).map { "\($0): \(record.base[$1])" }
      return "\(record.type.name){\(fields.joined(separator: ", "))}"
    case .timestamp(let instant): return "timestamp(\"\(instant.timestampText)\")"
    case .duration(let value):
      return "duration(\"\(DurationText.format(value.nanoseconds))\")"
    case .type(let type): return type.runtimeName
    case .optional(let box):
      return box.value.map { "optional.of(\($0))" } ?? "optional.none()"
    case .opaque(let box): return "\(box.value.celType)(\(CELValue.literal(box.value.text)))"
    }
  }

  /// Returns a double as a literal; always with a point or an exponent, so that it reads as one.
  static func literal(_ value: Double) -> String {
    if value.isNaN { return "0.0 / 0.0" }
    if value.isInfinite { return value < 0 ? "-1.0 / 0.0" : "1.0 / 0.0" }
    let text = DoubleText.format(value)
    return text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") }
      ? text : text + ".0"
  }

  /// Returns a text in double quotes with escapes for quotes, backslashes and control characters.
  static func literal(_ text: String) -> String {
    let needsEscape = text.utf8.contains {
      $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
    if !needsEscape { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\x" + hexadecimal(UInt8(scalar.value))
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Returns octets as a bytes literal; those outside ASCII as `\x` escapes.
  static func literal(_ octets: [UInt8]) -> String {
    var result = "b\""
    for octet in octets {
      switch octet {
      case UInt8(ascii: "\""): result += "\\\""
      case UInt8(ascii: "\\"): result += "\\\\"
      case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(octet))
      default: result += "\\x" + hexadecimal(octet)
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ octet: UInt8) -> String {
    let digits = String(octet, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
