// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Writes a tree as YAML, choosing among the styles that can express each node.
struct TreeWriter {
  var random: SplitMix

  mutating func write(_ tree: RandomTree) -> String {
    if case .scalar = tree { return block(tree, indent: 0).drop { $0 == " " } + "\n" }
    return block(tree, indent: 0) + "\n"
  }

  /// Writes a node to follow an indicator such as `a:` or `-`; a block collection starts a line.
  private mutating func block(_ tree: RandomTree, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    switch tree {
    case .scalar(let text): return " " + blockScalar(text, indent: indent)
    case .sequence(let elements) where !elements.isEmpty && Bool.random(using: &random):
      return elements.map { "\n\(margin)-" + block($0, indent: indent + 2) }.joined()
    case .mapping(let pairs) where !pairs.isEmpty && Bool.random(using: &random):
      return pairs.map { pair in
        "\n\(margin)\(flowScalar(pair.key, isKey: true)):" + block(pair.value, indent: indent + 2)
      }.joined()
    default: return " " + flow(tree)
    }
  }

  private mutating func flow(_ tree: RandomTree) -> String {
    switch tree {
    case .scalar(let text): return flowScalar(text)
    case .sequence(let elements):
      return "[" + elements.map { flow($0) }.joined(separator: ", ") + "]"
    case .mapping(let pairs):
      let pairs = pairs.map { flowScalar($0.key, isKey: true) + ": " + flow($0.value) }
      return "{" + pairs.joined(separator: ", ") + "}"
    }
  }

  private mutating func flowScalar(_ text: String, isKey: Bool = false) -> String {
    let isWord = !text.isEmpty && text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    if isWord, Bool.random(using: &random) { return text }
    let isSafe = text.unicodeScalars.allSatisfy(isWritable)
    if isSafe, isKey ? !text.contains("\n") : !hasBlankBesideBreak(text),
      Bool.random(using: &random)
    {
      let margin = "\n            "
      let quoted = folded(text.replacing("'", with: "''")).replacing("\n", with: margin)
      return "'" + quoted + "'"
    }
    return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  /// Writes a literal or folded scalar where the text allows, which has to start and end with a
  /// character that is no blank.
  private mutating func blockScalar(_ text: String, indent: Int) -> String {
    guard text.unicodeScalars.allSatisfy(isWritable), let first = text.unicodeScalars.first,
      !" \t\n".unicodeScalars.contains(first), Bool.random(using: &random)
    else { return flowScalar(text) }
    let trailing = text.reversed().prefix { $0 == "\n" }.count
    let chomping = trailing == 0 ? "-" : trailing == 1 ? "" : "+"
    let body = trailing == 0 ? text : String(text.dropLast())
    let margin = String(repeating: " ", count: max(indent, 1))
    let isFolded = !hasBlankBesideBreak(text) && trailing < 2 && Bool.random(using: &random)
    let lines = isFolded ? folded(body) : body
    let written = lines.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : margin + $0
    }
    return (isFolded ? ">" : "|") + chomping + "\n" + written.joined(separator: "\n")
  }

  /// Returns the text with one more line break in each run of them, for folding to take away.
  private func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n", scalars.last != "\n" { scalars.append(scalar) }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private func hasBlankBesideBreak(_ text: String) -> Bool {
    let breaks: [Character] = [" ", "\t"]
    return text.hasPrefix("\n") || text.hasSuffix("\n")
      || text.split(separator: "\n", omittingEmptySubsequences: false).contains { line in
        line.first.map(breaks.contains) == true || line.last.map(breaks.contains) == true
      }
  }

  private func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || !["\u{7}", "\u{2028}", "\u{FEFF}"].contains(scalar)
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\t": "\\t"
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\u{7}": "\\a"
    case "\u{2028}": "\\L"
    case "\u{FEFF}": "\\uFEFF"
    default: String(scalar)
    }
  }
}
