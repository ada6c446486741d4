// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Mustache

/// Escapes text for HTML and SVG: element content and quoted attribute values.
struct HTMLText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    text.escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "`": "&#96;"
      default: nil
      }
    }
  }
}

extension String {
  /// The text as a quoted CSS string that can stand in a style element.
  ///
  /// All but letters, digits and a few signs become escapes, so that nothing can end the string or
  /// the element.
  var cssString: String {
    let plain = "-._/ "
    let content = escaped { scalar in
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPlain || plain.unicodeScalars.contains(scalar) { return nil }
      if scalar.isDeceptive { return scalar.codePointLabel }
      return "\\" + String(scalar.value, radix: 16) + " "
    }
    return "\"" + content + "\""
  }
}
