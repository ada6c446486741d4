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
    var writer = CanonicalJSONWriter()
    writer.write(value)
    return writer.buffer
  }

  /// Returns the canonical text of a value.
  package static func text(of value: EvidenceValue) -> String {
    String(decoding: bytes(of: value), as: UTF8.self)
  }

  /// Hands out the canonical text of a value piece by piece.
  package static func write(_ value: EvidenceValue, to sink: ([UInt8]) -> Void) {
    var writer = CanonicalJSONWriter()
    writer.write(value) { buffer in
      sink(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    sink(writer.buffer)
  }
}

/// The text that is being written.
struct CanonicalJSONWriter {
  /// The size from which the text is handed out.
  private static let pieceSize = 64 << 10

  /// What was written and not yet handed out.
  var buffer: [UInt8] = []

  /// Appends the canonical text of a value.
  ///
  /// - Parameter drain: takes the buffer away when it has become large.
  mutating func write(_ value: EvidenceValue, drain: (inout [UInt8]) -> Void = { _ in }) {
    switch value {
    case .null: buffer += "null".utf8
    case .bool(let value): buffer += (value ? "true" : "false").utf8
    case .int(let value): buffer += String(value).utf8
    case .double(let value): buffer += (value.isFinite ? value.description : "null").utf8
    case .string(let value): write(value)
    case .list(let values):
      buffer.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        write(value, drain: drain)
        if buffer.count >= Self.pieceSize { drain(&buffer) }
      }
      buffer.append(UInt8(ascii: "]"))
    case .object(let object):
      buffer.append(UInt8(ascii: "{"))
      for (index, (key, value)) in object.sortedPairs.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        write(key)
        buffer.append(UInt8(ascii: ":"))
        write(value, drain: drain)
        if buffer.count >= Self.pieceSize { drain(&buffer) }
      }
      buffer.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a text in quotes.
  mutating func write(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): buffer += #"\""#.utf8
      case UInt8(ascii: "\\"): buffer += #"\\"#.utf8
      case 0x08: buffer += #"\b"#.utf8
      case 0x09: buffer += #"\t"#.utf8
      case 0x0A: buffer += #"\n"#.utf8
      case 0x0C: buffer += #"\f"#.utf8
      case 0x0D: buffer += #"\r"#.utf8
      case ..<0x20:
        buffer += #"\u00"#.utf8
        buffer.append(Self.hexDigit(byte >> 4))
        buffer.append(Self.hexDigit(byte & 0xF))
      default: buffer.append(byte)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
