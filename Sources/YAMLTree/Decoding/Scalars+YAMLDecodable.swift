// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension String: YAMLDecodable {
  /// Reads a text; a number or a boolean has to be quoted to be one.
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard case .string(let text)? = node.scalar else {
      context.reportWrongType(node, expected: DecodingMessages.text, fixIts: Self.quoting(node))
      return nil
    }
    self = text
  }

  private static func quoting(_ node: YAMLNode) -> [Diagnostic.FixIt] {
    guard node.kind == .scalar, !node.isNull, !node.isAlias, node.tag == nil else { return [] }
    let edit = Diagnostic.Edit(replace: node.range, with: "\"\(node.text)\"")
    return [.init(Messages.quoteValue, edits: [edit])]
  }
}

extension Bool: YAMLDecodable {
  /// Reads `true` or `false`; for a word that older YAML read as one, the right word is suggested.
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard case .bool(let value)? = node.scalar else {
      context.reportWrongType(node, expected: DecodingMessages.boolean, fixIts: Self.repair(node))
      return nil
    }
    self = value
  }

  private static func repair(_ node: YAMLNode) -> [Diagnostic.FixIt] {
    let word: String
    switch node.text.lowercased() {
    case "yes", "on", "y", "true", "是": word = "true"
    case "no", "off", "n", "false", "否": word = "false"
    default: return []
    }
    guard !node.isAlias else { return [] }
    let edit = Diagnostic.Edit(replace: node.range, with: word)
    return [.init(Messages.didYouMean(word), edits: [edit])]
  }
}

extension Int: YAMLDecodable {
  /// Reads a whole number; one with leading zeros, which older YAML read as octal, is reported.
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    switch node.scalar {
    case .int(let value)?:
      let digits = node.text.drop { $0 == "-" || $0 == "+" }
      if digits.count > 1, digits.first == "0", digits.allSatisfy(\.isNumber) {
        context.report(
          Diagnostic(
            "leading-zero", DecodingMessages.leadingZero(String(digits), value),
            severity: .warning, at: node.span))
      }
      self.init(value)
    case .double? where Self.isWhole(node.text):
      context.report(
        "out-of-range", DecodingMessages.outOfRange(context.name, DecodingMessages.sixtyFourBits),
        at: node)
      return nil
    default:
      context.reportWrongType(node, expected: DecodingMessages.wholeNumber)
      return nil
    }
  }

  /// Whether a text that is a number is a whole one, so that only its size can be wrong.
  private static func isWhole(_ text: String) -> Bool {
    text.hasPrefix("0x") || text.drop { $0 == "-" || $0 == "+" }.allSatisfy(\.isWholeNumber)
  }
}

extension Double: YAMLDecodable {
  /// Reads a number, whole or not, that is finite.
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    switch node.scalar {
    case .int(let value)?: self.init(value)
    case .double(let value)? where value.isFinite: self = value
    default:
      context.reportWrongType(node, expected: DecodingMessages.number)
      return nil
    }
  }
}
