// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Mustache

/// Escapes text for a line of GitHub-flavoured Markdown: paragraphs, headings and table cells.
///
/// The text stays on one line and is never a heading, list, table cell border, code span, emphasis,
/// link, image, HTML tag or automatic web link.
struct MarkdownText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    let scalars = Self.withoutIndentation(text)
    var result = ""
    var index = 0
    if let marker = Self.blockMarkerEnd(scalars) {
      result += String(String.UnicodeScalarView(scalars[..<marker])).escaped { _ in nil } + "\\"
      index = marker
      result.unicodeScalars.append(scalars[index])
      index += 1
    }
    while index < scalars.count {
      result += Self.escape(scalars, at: index)
      index += 1
    }
    return result
  }

  /// Returns the scalars with one space for any white space at the start, which could open a block
  /// of code.
  private static func withoutIndentation(_ text: String) -> [Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    let rest = scalars.drop { $0.properties.isWhitespace }
    return rest.count == scalars.count ? scalars : [" "] + rest
  }

  private static func escape(_ scalars: [Unicode.Scalar], at index: Int) -> String {
    let scalar = scalars[index]
    switch scalar {
    case "\\", "`", "*", "[", "]", "|", "~", "$": return "\\" + String(scalar)
    case "<": return "&lt;"
    case ">": return "&gt;"
    case "&": return "&amp;"
    case "\n", "\t", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": return " "
    case "_":
      return isWord(scalars, index - 1) && isWord(scalars, index + 1) ? "_" : "\\_"
    case ":":
      return scalars[(index + 1)...].starts(with: ["/", "/"]) ? "\\:" : ":"
    case "." where endsWithWWW(scalars[..<index]): return "\\."
    default: return String(scalar).escaped { _ in nil }
    }
  }

  /// Returns the index of a character at the start that would open a heading, list, rule or quote.
  private static func blockMarkerEnd(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let first = scalars.first else { return nil }
    if ["#", "-", "+", "="].contains(first) { return 0 }
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    guard (1...9).contains(digits), digits < scalars.count else { return nil }
    let isList = scalars[digits] == "." || scalars[digits] == ")"
    let ends = digits + 1 == scalars.count || scalars[digits + 1] == " "
    return isList && ends ? digits : nil
  }

  private static func isWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    let scalar = scalars[index]
    return scalar.isASCII
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func endsWithWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.suffix(3).map { $0.properties.lowercaseMapping } == ["w", "w", "w"]
  }
}

extension String {
  /// The text as a fenced code block whose fence is longer than any run of backticks in it.
  var markdownCodeBlock: String {
    var longest = 2
    var run = 0
    for scalar in unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)text\n\(escaped { _ in nil })\n\(fence)"
  }
}
