// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// What a control asks of a host: a collector with its arguments.
///
/// Two queries are the same when collector and arguments are; a plan holds each query once.
package struct EvidenceQuery: Sendable, Hashable, Codable {
  /// The id of the collector.
  package var collector: String
  /// The arguments by name, without defaults filled in.
  package var arguments: [String: EvidenceValue]

  package init(collector: String, arguments: [String: EvidenceValue] = [:]) {
    self.collector = collector
    self.arguments = arguments
  }

  /// The query in one line, such as `config(path=/etc/login.defs)`.
  ///
  /// Arguments stand in the order of their names; a text that could be misread is quoted as in
  /// JSON. Distinct queries have distinct lines.
  package var canonicalText: String {
    let names = arguments.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let list = names.map { "\($0)=\(Self.text(of: arguments[$0] ?? .null))" }
    return "\(collector)(\(list.joined(separator: ", ")))"
  }

  private static func text(of value: EvidenceValue) -> String {
    switch value {
    case .string(let text) where isPlain(text): text
    case .list(let values): "[\(values.map { self.text(of: $0) }.joined(separator: ", "))]"
    default: CanonicalJSON.text(of: value)
    }
  }

  /// Whether a text is not taken for another value when it stands without quotes.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, !["true", "false", "null"].contains(text) else {
      return false
    }
    let isNumeric = first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= first
    return !isNumeric
      && text.utf8.allSatisfy { byte in
        byte > 0x20 && byte != 0x7F && !#"",=()[]{}\"#.utf8.contains(byte)
      }
  }

  /// The query as a value, for canonical JSON.
  package var evidenceValue: EvidenceValue {
    var object: EvidenceObject = ["collector": .string(collector)]
    var values = EvidenceObject()
    for name in arguments.keys.sorted() { values[name] = arguments[name] }
    object["arguments"] = .object(values)
    return .object(object)
  }
}

extension EvidenceQuery: Comparable {
  /// Whether one stands before the other in a plan: the order of their lines.
  package static func < (a: EvidenceQuery, b: EvidenceQuery) -> Bool {
    a.canonicalText.utf8.lexicographicallyPrecedes(b.canonicalText.utf8)
  }
}
