// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
  /// Whether a page may act on the character or hide it instead of showing it.
  ///
  /// Control characters, the bidirectional and zero-width format characters that can make a line
  /// read differently from what it is, and code points that are no characters.
  var isDeceptive: Bool {
    switch properties.generalCategory {
    case .control: self != "\n" && self != "\t"
    case .format, .surrogate, .lineSeparator, .paragraphSeparator: true
    case .unassigned: properties.isNoncharacterCodePoint
    default: false
    }
  }

  /// The code point in words that show, such as `‹U+202E›`.
  var codePointLabel: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
  }
}

extension String {
  /// Returns the text with each deceptive character made visible, and each scalar that the caller
  /// names replaced.
  ///
  /// Works on scalars: a combining mark after a quotation mark makes one `Character` of the two,
  /// which a comparison of characters would let through.
  func escaped(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let text = replacement(scalar) {
        result.append(contentsOf: text.unicodeScalars)
      } else if !scalar.isASCII || scalar.value < 0x20 || scalar.value == 0x7F, scalar.isDeceptive {
        result.append(contentsOf: scalar.codePointLabel.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
