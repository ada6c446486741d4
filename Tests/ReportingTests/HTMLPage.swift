// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A strict reader of the HTML that templates may write: quoted attributes, closed elements, no
/// stray `<` or `&`.
struct HTMLPage {
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)]
  }

  private static let void: Set = ["meta", "br", "link", "img", "hr", "input"]

  private(set) var elements: [Element] = []
  private(set) var problems: [String] = []
  /// The text outside tags.
  private(set) var text = ""

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var open: [String] = []

  init(_ page: String) {
    scalars = Array(page.unicodeScalars)
    while index < scalars.count {
      switch scalars[index] {
      case "<": readTag()
      case "&": readReference()
      default:
        text.unicodeScalars.append(scalars[index])
        index += 1
      }
    }
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  /// The values of an attribute, wherever it stands.
  func values(of attribute: String) -> [String] {
    elements.flatMap(\.attributes).filter { $0.name == attribute }.map(\.value)
  }

  private mutating func readTag() {
    index += 1
    if next(is: "!DOCTYPE html>") { return }
    let isEnd = next(is: "/")
    let name = word()
    guard !name.isEmpty else { return problem("stray <") }
    if isEnd {
      if open.popLast() != name { problem("</\(name)> closes nothing") }
      if !next(is: ">") { problem("</\(name) is not closed") }
      return
    }
    var element = Element(name: name, attributes: [])
    while next(is: " ") {
      let attribute = word()
      guard !attribute.isEmpty, next(is: "=\""), let value = quoted() else {
        if attribute == "open" { continue }
        return problem("bad attribute of \(name)")
      }
      element.attributes.append((attribute, value))
    }
    elements.append(element)
    if next(is: "/>") { return }
    guard next(is: ">") else { return problem("<\(name) is not closed") }
    if name == "style" {
      skip(past: "</style>")
    } else if !Self.void.contains(name) {
      open.append(name)
    }
  }

  private mutating func readReference() {
    let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#96;"]
    if !known.contains(where: { next(is: $0) }) {
      problem("stray &")
      index += 1
    }
  }

  private mutating func quoted() -> String? {
    var value = ""
    while index < scalars.count, scalars[index] != "\"" {
      if scalars[index] == "<" { return nil }
      value.unicodeScalars.append(scalars[index])
      index += 1
    }
    index += 1
    return index <= scalars.count ? value : nil
  }

  private mutating func word() -> String {
    var word = ""
    while index < scalars.count, scalars[index].isASCII,
      scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil
        || "-:".unicodeScalars.contains(scalars[index])
    {
      word.unicodeScalars.append(scalars[index])
      index += 1
    }
    return word
  }

  private mutating func next(is text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[index...].starts(with: wanted) else { return false }
    index += wanted.count
    return true
  }

  private mutating func skip(past text: String) {
    while index < scalars.count, !next(is: text) { index += 1 }
  }

  private mutating func problem(_ text: String) {
    problems.append(
      "\(text) at \(String(String.UnicodeScalarView(scalars[max(0, index - 40)..<min(scalars.count, index + 40)])))"
    )
  }
}
