// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds the lines of the keys and elements of a TOML text that a parser has accepted.
///
/// TOMLKit gives values without positions, and Augeas' lens refuses dotted keys and nested inline
/// tables. So the lines are found here, by the signs of the text alone: what they mean is TOMLKit's.
struct TOMLLines {
  private let text: [UInt8]
  private var offset = 0
  private var line = 1
  private var lines: [[String]: Int] = [[]: 1]
  /// How many tables each array of tables has so far.
  private var counts: [[String]: Int] = [:]

  private init(_ text: [UInt8]) { self.text = text }

  /// Returns the lines, from 1, by access paths.
  static func lines(of text: [UInt8]) -> [[String]: Int] {
    var scanner = TOMLLines(text)
    scanner.scan()
    return scanner.lines
  }

  private mutating func scan() {
    var table: [String] = []
    while skipToToken(), let byte = next {
      if byte == UInt8(ascii: "[") {
        table = header()
      } else {
        keyAndValue(in: table, depth: 0)
      }
      // A comment may follow; what else could, the parser has refused.
      while let byte = next, byte != 0x0A { step() }
    }
  }

  private var next: UInt8? { offset < text.count ? text[offset] : nil }

  private mutating func step() {
    if text[offset] == 0x0A { line += 1 }
    offset += 1
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    step()
    return true
  }

  /// Steps over white space, line breaks and comments; false at the end.
  private mutating func skipToToken() -> Bool {
    while let byte = next {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: step()
      case UInt8(ascii: "#"): while let byte = next, byte != 0x0A { step() }
      default: return true
      }
    }
    return false
  }

  /// Reads `[table]` or `[[array of tables]]` and returns the path that it stands for.
  private mutating func header() -> [String] {
    let start = line
    step()
    let isArray = take(UInt8(ascii: "["))
    let names = key()
    var path: [String] = []
    for (index, name) in names.enumerated() {
      path.append(name)
      let isLast = index == names.count - 1
      if isLast, isArray {
        let count = counts[path, default: 0]
        if count == 0 { lines[path] = start }
        counts[path] = count + 1
        path.append(String(count))
      } else if let count = counts[path] {
        path.append(String(count - 1))
      }
    }
    lines[path] = start
    return path
  }

  /// Reads a key: names between dots.
  private mutating func key() -> [String] {
    var names: [String] = []
    while true {
      skipSpaces()
      if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
        names.append(quotedName())
      } else {
        let start = offset
        while let byte = next, byte > 0x20, !".=]#".utf8.contains(byte) { step() }
        names.append(String(decoding: text[start..<offset], as: UTF8.self))
      }
      skipSpaces()
      guard take(UInt8(ascii: ".")) else { return names }
    }
  }

  private mutating func skipSpaces() { while let b = next, b == 0x20 || b == 0x09 { step() } }

  /// Reads a name in quotes; one with an escape keeps it, which costs only the line of its value.
  private mutating func quotedName() -> String {
    let start = offset + 1
    string()
    return String(decoding: text[start..<max(start, offset - 1)], as: UTF8.self)
  }

  private mutating func keyAndValue(in table: [String], depth: Int) {
    let start = line
    let path = table + key()
    for count in (table.count + 1)...max(table.count + 1, path.count) where count <= path.count {
      if lines[Array(path.prefix(count))] == nil { lines[Array(path.prefix(count))] = start }
    }
    _ = take(UInt8(ascii: "="))
    value(at: path, depth: depth)
  }

  private mutating func value(at path: [String], depth: Int) {
    skipSpaces()
    guard let byte = next, depth < LocatedData.maximumDepth else { return }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): string()
    case UInt8(ascii: "["):
      step()
      var index = 0
      while skipToToken(), !take(UInt8(ascii: "]")) {
        let element = path + [String(index)]
        lines[element] = line
        let start = offset
        value(at: element, depth: depth + 1)
        index += 1
        _ = skipToToken()
        if !take(UInt8(ascii: ",")), offset == start { step() }
      }
    case UInt8(ascii: "{"):
      step()
      while skipToToken(), !take(UInt8(ascii: "}")) {
        let start = offset
        keyAndValue(in: path, depth: depth + 1)
        _ = skipToToken()
        if !take(UInt8(ascii: ",")), offset == start { step() }
      }
    default:
      while let byte = next, byte != 0x0A, !",]}#".utf8.contains(byte) { step() }
    }
  }

  /// Steps over a string of any of the four kinds.
  private mutating func string() {
    guard let quote = next else { return }
    let isLong = text[offset...].starts(with: [quote, quote, quote])
    for _ in 0..<(isLong ? 3 : 1) { step() }
    while let byte = next {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), offset + 1 < text.count {
        step()
        step()
      } else if byte == quote, !isLong || text[offset...].starts(with: [quote, quote, quote]) {
        for _ in 0..<(isLong ? 3 : 1) { step() }
        // Up to two quotes may stand right before the three that end a long string.
        while isLong, next == quote { step() }
        return
      } else {
        step()
      }
    }
  }
}
