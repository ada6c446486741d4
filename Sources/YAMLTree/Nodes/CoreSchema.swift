// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The tag resolution of the core schema of YAML 1.2.2.
enum CoreSchema {
  static let prefix = "tag:yaml.org,2002:"

  /// The tags that have a meaning here, without their prefix.
  static let scalarTags: Set<String> = ["null", "bool", "int", "float", "str"]
  static let collectionTags: Set<String> = ["seq", "map"]

  /// Returns the value of a scalar, or `nil` when its tag does not fit its text.
  ///
  /// An unknown tag is reported elsewhere and counts as none.
  static func resolve(
    _ text: UnsafeBufferPointer<UInt8>, style: YAMLStyle, tag: String?
  ) -> YAMLScalar? {
    let string = { YAMLScalar.string(String(decoding: text, as: UTF8.self)) }
    guard let tag, tag == "!" || tag.hasPrefix(prefix) else {
      return style == .plain ? resolvePlain(text) : string()
    }
    let value = resolvePlain(text)
    switch (tag.dropFirst(prefix.count), value) {
    case ("null", .null), ("bool", .bool), ("int", .int), ("float", .double): return value
    case ("float", .int(let integer)): return .double(Double(integer))
    case ("null", _), ("bool", _), ("int", _), ("float", _): return nil
    default: return string()
    }
  }

  /// Returns the value of a scalar without quotes and tag.
  static func resolvePlain(_ text: UnsafeBufferPointer<UInt8>) -> YAMLScalar {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~") where text.count == 1: return .null
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      if text.count <= 5, let word = words[String(decoding: text, as: UTF8.self)] { return word }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      if let number = number(text) { return number }
    default: break
    }
    return .string(String(decoding: text, as: UTF8.self))
  }

  private static let words: [String: YAMLScalar] = [
    "null": .null, "Null": .null, "NULL": .null,
    "true": .bool(true), "True": .bool(true), "TRUE": .bool(true),
    "false": .bool(false), "False": .bool(false), "FALSE": .bool(false),
  ]

  private static let specials: [String: Double] = [
    ".inf": .infinity, ".Inf": .infinity, ".INF": .infinity,
    "+.inf": .infinity, "+.Inf": .infinity, "+.INF": .infinity,
    "-.inf": -.infinity, "-.Inf": -.infinity, "-.INF": -.infinity,
    ".nan": .nan, ".NaN": .nan, ".NAN": .nan,
  ]

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> YAMLScalar? {
    let string = String(decoding: text, as: UTF8.self)
    if let special = specials[string] { return .double(special) }
    if text.count > 2, text[0] == UInt8(ascii: "0") {
      let digits = string.dropFirst(2)
      let radix = text[1] == UInt8(ascii: "o") ? 8 : text[1] == UInt8(ascii: "x") ? 16 : 0
      if radix > 0 { return prefixed(digits, radix: radix) }
    }
    guard let shape = shape(text) else { return nil }
    if shape == .integer, let value = Int64(string) { return .int(value) }
    return Double(string).map(YAMLScalar.double)
  }

  /// Returns the value of digits after `0o` or `0x`, which have no sign.
  private static func prefixed(_ digits: Substring, radix: Int) -> YAMLScalar? {
    guard digits.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) == true
    else { return nil }
    if let value = Int64(digits, radix: radix) { return .int(value) }
    let values = digits.unicodeScalars.map { Int(String($0), radix: radix) }
    guard !values.contains(nil) else { return nil }
    return .double(values.reduce(0) { $0 * Double(radix) + Double($1 ?? 0) })
  }

  private enum Shape { case integer, decimal }

  /// Returns what `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?` matches, if it does.
  private static func shape(_ text: UnsafeBufferPointer<UInt8>) -> Shape? {
    var rest = text[...]
    func digits() -> Int {
      let run = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
      rest = rest.dropFirst(run)
      return run
    }
    func skip(_ bytes: StaticString) -> Bool {
      guard let first = rest.first, bytes.withUTF8Buffer({ $0.contains(first) }) else {
        return false
      }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("+-")
    let whole = digits()
    if rest.isEmpty { return whole > 0 ? .integer : nil }
    if skip(".") {
      guard digits() > 0 || whole > 0 else { return nil }
    } else if whole == 0 {
      return nil
    }
    if skip("eE") {
      _ = skip("+-")
      guard digits() > 0 else { return nil }
    }
    return rest.isEmpty ? .decimal : nil
  }
}
