// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// Writes values as JSON for people: what fits stands on one line, names in their own order.
enum IndentedJSON {
  /// The widest line that holds a whole list or object.
  private static let width = 88

  /// Returns the lines of a value.
  static func lines(of value: EvidenceValue) -> [String] { lines(of: value, indent: 0) }

  private static func lines(of value: EvidenceValue, indent: Int) -> [String] {
    let compact = compact(value)
    if compact.utf8.count + indent <= width { return [compact] }
    switch value {
    case .list(let values):
      return bracket("[", values.map { ("", $0) }, "]", indent)
    case .object(let object):
      return bracket("{", object.map { (name($0.key) + ": ", $0.value) }, "}", indent)
    default: return [compact]
    }
  }

  private static func bracket(
    _ open: String, _ parts: [(prefix: String, value: EvidenceValue)], _ close: String,
    _ indent: Int
  ) -> [String] {
    var lines = [open]
    for (index, part) in parts.enumerated() {
      var inner = self.lines(of: part.value, indent: indent + 2 + part.prefix.utf8.count)
      inner[0] = part.prefix + inner[0]
      if index < parts.count - 1 { inner[inner.count - 1] += "," }
      lines += inner.map { "  " + $0 }
    }
    return lines + [close]
  }

  private static func compact(_ value: EvidenceValue) -> String {
    switch value {
    case .list(let values): "[\(values.map(compact).joined(separator: ", "))]"
    case .object(let object):
      "{\(object.map { "\(name($0.key)): \(compact($0.value))" }.joined(separator: ", "))}"
    default: CanonicalJSON.text(of: value)
    }
  }

  private static func name(_ key: String) -> String { CanonicalJSON.text(of: .string(key)) }
}
