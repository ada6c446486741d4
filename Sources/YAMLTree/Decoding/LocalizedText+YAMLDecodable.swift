// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension LocalizedText: YAMLDecodable {
  /// Reads `{zh: …, en: …}`; both are needed.
  ///
  /// When one is missing, that is reported and the other one stands for both, so that the model
  /// around it can still be checked.
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard node.kind == .mapping else {
      context.reportWrongType(node, expected: DecodingMessages.localizedText)
      return nil
    }
    if let text = Self.plain(node) {
      self = text
      return
    }
    let name = context.name
    guard var map = context.mapping(node, of: name) else { return nil }
    var texts: [Language: String] = [:]
    for language in Language.allCases {
      guard let value = map.node(language.rawValue) else {
        map.reportMissing(
          language.rawValue, "missing-language", DecodingMessages.missing(language, in: name))
        continue
      }
      let text = context.decode(String.self, from: value, as: .key(language.rawValue))
      if let text, text.allSatisfy(\.isWhitespace) {
        context.report("missing-language", DecodingMessages.missing(language, in: name), at: value)
      } else {
        texts[language] = text
      }
    }
    map.finish()
    texts[.chinese] = texts[.chinese].map(Self.withoutFoldingBlanks)
    guard let any = texts[.chinese] ?? texts[.english] else { return nil }
    self.init(zh: texts[.chinese] ?? any, en: texts[.english] ?? any)
  }

  /// Returns the text of a mapping with nothing but both languages, as nearly all are; `nil` for
  /// another, which has to be looked at closely.
  private static func plain(_ node: YAMLNode) -> LocalizedText? {
    guard node.count == 2, case .string(let zh)? = node[Language.chinese.rawValue]?.scalar,
      case .string(let en)? = node[Language.english.rawValue]?.scalar, hasWords(zh), hasWords(en)
    else { return nil }
    return LocalizedText(zh: withoutFoldingBlanks(zh), en: en)
  }

  private static func hasWords(_ text: String) -> Bool {
    text.unicodeScalars.contains { !$0.properties.isWhitespace }
  }

  /// Returns Chinese text without the blanks that YAML puts where it folds lines: between two
  /// Chinese characters a line break separates nothing.
  private static func withoutFoldingBlanks(_ text: String) -> String {
    guard hasBlankBetweenWide(text) else { return text }
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isBetweenWide =
        scalar == " " && index > 0 && index + 1 < scalars.count
        && scalars[index - 1].terminalColumns == 2 && scalars[index + 1].terminalColumns == 2
      if !isBetweenWide { kept.append(scalar) }
    }
    return String(kept)
  }

  /// Whether a blank may stand between two wide characters, which have several bytes each.
  private static func hasBlankBetweenWide(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.dropFirst().dropLast().contains {
        bytes[$0] == UInt8(ascii: " ") && bytes[$0 - 1] >= 0x80 && bytes[$0 + 1] >= 0x80
      }
    }
  }
}
