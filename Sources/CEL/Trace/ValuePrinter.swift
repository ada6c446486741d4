// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Writes values for traces: cut to a length, with sensitive parts replaced.
struct ValuePrinter: Sendable {
  /// The number of characters of a text.
  let limit: Int

  /// Returns the text of a value.
  func text(of value: CELValue, isSensitive: Bool) -> Trace.ValueText {
    let type = value.type.runtimeName
    if isSensitive {
      return Trace.ValueText(
        text: ValuePrinter.redacted(value), type: type, isRedacted: true, isTruncated: false,
        count: nil)
    }
    var writer = Writer(limit: limit)
    writer.write(value, depth: 0)
    return Trace.ValueText(
      text: writer.text, type: type, isRedacted: false, isTruncated: writer.isCut,
      count: value.naturalCount)
  }

  /// Returns what stands for a sensitive value.
  private static func redacted(_ value: CELValue) -> String {
    switch value {
    case .string(let text): "<redacted, \(text.scalarCount) characters>"
    case .bytes(let bytes): "<redacted, \(bytes.octets.count) octets>"
    default: "<redacted>"
    }
  }

  private struct Writer {
    let limit: Int
    var text = ""
    var length = 0
    var isCut = false

    mutating func add(_ part: String) {
      let room = limit - length
      let count = part.utf8.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
      if count <= room {
        text += part
        length += count
      } else if !isCut {
        text.unicodeScalars.append(contentsOf: part.unicodeScalars.prefix(max(room, 0)))
        text += "…"
        length = limit
        isCut = true
      }
    }

    mutating func write(_ value: CELValue, depth: Int) {
      if isCut { return }
      if depth > 8 { return add("…") }
      switch value {
      case .string(let string): write(string)
      case .list(let list):
        write("[", list.count, "]") { writer, index in
          writer.write(list.base[index], depth: depth + 1)
        }
      case .map(let map):
        write("{", map.count, "}") { writer, index in
          writer.write(map.key(at: index), depth: depth + 1)
          writer.add(": ")
          writer.write(map.base[index], depth: depth + 1)
        }
      case .record(let record):
        write(record.type.name + "{", record.shape.keys.count, "}") { writer, index in
          let name = record.shape.keys[index].text
          writer.add(name + ": ")
          if record.type.field(name)?.isSensitive ?? false {
            writer.add(ValuePrinter.redacted(record.base[index]))
          } else {
            writer.write(record.base[index], depth: depth + 1)
          }
        }
      case .optional(let box):
        guard let inner = box.value else { return add("optional.none()") }
        add("optional.of(")
        write(inner, depth: depth + 1)
        add(")")
      case .bytes(let bytes): add(CELValue.literal(Array(bytes.octets.prefix(limit))))
      default: add(value.description)
      }
    }

    /// Writes a text as a literal, without copying more of it than is shown.
    private mutating func write(_ string: CELString) {
      guard string.byteCount > 4 * limit else { return add(CELValue.literal(string.text)) }
      let start = string.withUTF8 { String(decoding: $0.prefix(4 * limit), as: UTF8.self) }
      add(CELValue.literal(start))
    }

    private mutating func write(
      _ open: String, _ count: Int, _ close: String, _ element: (inout Writer, Int) -> Void
    ) {
      add(open)
      for index in 0..<count {
        if isCut { return }
        if index > 0 { add(", ") }
        element(&self, index)
      }
      add(close)
    }
  }
}

extension CELValue {
  /// The number of characters, octets, elements or entries of values that have one.
  fileprivate var naturalCount: Int? {
    switch self {
    case .string(let text): text.scalarCount
    case .bytes(let bytes): bytes.octets.count
    case .list(let list): list.count
    case .map(let map): map.count
    default: nil
    }
  }
}
