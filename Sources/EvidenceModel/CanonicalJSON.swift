// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Writes values as the one JSON text that digests are taken over.
///
/// No white space; the names of an object in the order of their UTF-8 bytes; texts as UTF-8 with
/// only `"`, `\` and the control characters below U+0020 escaped; numbers in the shortest form that
/// reads back the same. The text of an observation is what `jq -cS` prints for it.
package enum CanonicalJSON {
  /// Returns the canonical text of a value as UTF-8, without a line break at its end.
  package static func bytes(of value: EvidenceValue) -> [UInt8] {
    var output: [UInt8] = []
    write(value, to: &output)
    return output
  }

  /// Returns the canonical text of a value.
  package static func text(of value: EvidenceValue) -> String {
    String(decoding: bytes(of: value), as: UTF8.self)
  }

  /// Appends the canonical text of a value.
  package static func write(_ value: EvidenceValue, to output: inout [UInt8]) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .int(let value): output += String(value).utf8
    case .double(let value): output += (value.isFinite ? value.description : "null").utf8
    case .string(let value): write(value, to: &output)
    case .list(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        write(value, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let object):
      output.append(UInt8(ascii: "{"))
      for (index, key) in object.sortedKeys.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        write(key, to: &output)
        output.append(UInt8(ascii: ":"))
        write(object[key] ?? .null, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output += #"\""#.utf8
      case UInt8(ascii: "\\"): output += #"\\"#.utf8
      case 0x08: output += #"\b"#.utf8
      case 0x09: output += #"\t"#.utf8
      case 0x0A: output += #"\n"#.utf8
      case 0x0C: output += #"\f"#.utf8
      case 0x0D: output += #"\r"#.utf8
      case ..<0x20:
        output += #"\u00"#.utf8
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 0xF))
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
