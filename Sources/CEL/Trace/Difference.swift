// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds in what two values differ.
enum Difference {
  /// The number of parts shown of each side.
  private static let limit = 8
  /// The number of elements of a collection that are compared.
  private static let comparedElements = 2_000

  /// Returns the difference of two values; `nil` for equal ones and those without parts.
  static func between(
    _ left: CELValue, _ right: CELValue, _ printer: ValuePrinter
  ) -> Trace.Difference? {
    if left.isEqual(to: right) { return nil }
    switch (left, right) {
    case (.string(let a), .string(let b)): return texts(a, b, printer)
    case (.list(let a), .list(let b)):
      guard a.count <= comparedElements, b.count <= comparedElements else { return nil }
      var difference = Trace.Difference()
      difference.onlyLeft = only(a, notIn: b, printer)
      difference.onlyRight = only(b, notIn: a, printer)
      return difference
    case (.map(let a), .map(let b)): return maps(a, b, printer)
    default: return nil
    }
  }

  private static func texts(
    _ a: CELString, _ b: CELString, _ printer: ValuePrinter
  ) -> Trace.Difference {
    let first = Array(a.text.unicodeScalars)
    let second = Array(b.text.unicodeScalars)
    let common = zip(first, second).prefix { $0 == $1 }.count
    var difference = Trace.Difference()
    difference.commonPrefix = common
    difference.leftRest = beginning(first[common...])
    difference.rightRest = beginning(second[common...])
    return difference
  }

  /// Returns what is shown of a text.
  private static func beginning(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(40))
    return String(text) + (scalars.count > 40 ? "…" : "")
  }

  /// Returns what keeps a list from holding all of another, or from being the same set.
  static func sets(
    _ function: String, _ left: CELValue, _ right: CELValue, _ printer: ValuePrinter
  ) -> Trace.Difference? {
    guard var difference = between(left, right, printer) else { return nil }
    switch function {
    case "sets.contains": difference.onlyLeft = []
    case "sets.equivalent": break
    default: return nil
    }
    return difference
  }

  private static func only(
    _ list: CELList, notIn other: CELList, _ printer: ValuePrinter
  ) -> [String] {
    var found: [String] = []
    for element in list where !other.contains(where: { $0.isEqual(to: element) }) {
      found.append(printer.text(of: element, isSensitive: false).text)
      if found.count == limit { break }
    }
    return found
  }

  private static func maps(
    _ a: CELMap, _ b: CELMap, _ printer: ValuePrinter
  ) -> Trace.Difference {
    var difference = Trace.Difference()
    for (key, value) in a.entries.prefix(comparedElements) {
      let name = printer.text(of: key, isSensitive: false).text
      if let other = b[key] {
        if !value.isEqual(to: other), difference.changed.count < limit {
          difference.changed.append(name)
        }
      } else if difference.onlyLeft.count < limit {
        difference.onlyLeft.append(name)
      }
    }
    for key in b.keys.prefix(comparedElements)
    where a.place(of: key) == nil && difference.onlyRight.count < limit {
      difference.onlyRight.append(printer.text(of: key, isSensitive: false).text)
    }
    return difference
  }

  /// Returns how much of a pattern a text matches, when it does not match the whole.
  static func unmatched(_ text: CELValue, pattern: CELValue) -> Trace.Difference? {
    guard case .string(let text) = text, case .string(let pattern) = pattern,
      pattern.byteCount <= 200, text.byteCount <= 10_000,
      let whole = try? RegularExpression(pattern.text), !text.withUTF8({ whole.matches($0) })
    else { return nil }
    let scalars = Array(pattern.text.unicodeScalars)
    let bytes = text.withUTF8 { Array($0) }
    for length in stride(from: scalars.count - 1, to: 0, by: -1) {
      var start = String.UnicodeScalarView()
      start.append(contentsOf: scalars.prefix(length))
      guard let expression = try? RegularExpression(String(start)),
        let match = expression.firstMatch(in: bytes)?.first ?? nil
      else { continue }
      var difference = Trace.Difference()
      difference.matchedPattern = String(start)
      difference.stoppedAt =
        String(decoding: bytes[..<match.upperBound], as: UTF8.self).unicodeScalars.count
      difference.leftRest = beginning(
        Array(String(decoding: bytes[match.upperBound...], as: UTF8.self).unicodeScalars)[...])
      difference.rightRest = beginning(scalars[length...])
      return difference
    }
    return nil
  }
}
