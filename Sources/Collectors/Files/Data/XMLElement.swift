// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// An element of an XML file as the lens `Xml.lns` gives it.
struct XMLElement {
  /// The names from the root down.
  private var names: [String]
  private var attributes = EvidenceObject()
  private var text = ""
  /// The byte at which it starts.
  private(set) var start: Int?

  /// Returns the elements in the order of the text.
  static func elements(of nodes: [AugeasParser.Node]) -> [XMLElement] {
    var elements: [XMLElement] = []
    var indexes: [String: Int] = [:]
    for node in nodes {
      guard let label = node.labels.last else { continue }
      if label == "#text" || label == "#CDATA", let index = indexes[node.parent] {
        let value = node.value ?? ""
        elements[index].text += label == "#text" ? decoded(value) : value
      } else if node.labels.dropLast().last == "#attribute" {
        guard let index = indexes[AugeasParser.parent(of: node.parent)] else { continue }
        elements[index].attributes[label] = .string(decoded(node.value ?? ""))
      } else if !node.labels.contains(where: isMarkup) {
        indexes[node.path] = elements.count
        elements.append(XMLElement(names: node.labels, start: node.start))
      }
    }
    return elements
  }

  private init(names: [String], start: Int?) {
    self.names = names
    self.start = start
  }

  /// Whether a label is that of a comment, a declaration, a type or a part of an element.
  private static func isMarkup(_ label: String) -> Bool {
    label.hasPrefix("#") || label.hasPrefix("!")
  }

  /// The element as the collector gives it.
  var evidence: EvidenceValue {
    [
      "name": .string(names.last ?? ""), "path": .string("/" + names.joined(separator: "/")),
      "attributes": .object(attributes), "text": .string(Self.trimmed(text)),
    ]
  }

  /// The fields that hold a secret because the element's name, or a name in it, says so:
  /// `<password>…</password>`, `<property name="password" value="…"/>`.
  var secretFields: [[String]] {
    let labels = ["name", "key", "id", "Name", "Key"].compactMap { attributes[$0]?.stringValue }
    let isSecret = (labels + names.suffix(1)).contains { SecretNames.kind(of: $0) != nil }
    return isSecret ? [["text"], ["attributes", "value"], ["attributes", "Value"]] : []
  }

  /// Puts the characters in the place of the five names and the numbers that XML itself has; names
  /// that a document declares stay as they are.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var output = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      output += rest[..<sign]
      let tail = rest[sign...]
      if let end = tail.prefix(12).firstIndex(of: ";"),
        let character = character(tail[tail.index(after: sign)..<end])
      {
        output.unicodeScalars.append(character)
        rest = tail[tail.index(after: end)...]
      } else {
        output += "&"
        rest = tail.dropFirst()
      }
    }
    return output + rest
  }

  private static func character(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let isHexadecimal = name.hasPrefix("#x")
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
