// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Writes text files as one Swift file of string literals, in the order given.
///
///     embed-files OUTPUT.swift FOLDER PATH...
@main
struct EmbedFilesTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { fatalError("usage: embed-files OUTPUT.swift FOLDER PATH...") }
    let folder = URL(fileURLWithPath: arguments[2])
    let entries = try arguments.dropFirst(3).map { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return "    EmbeddedFile(path: \(literal(path)), text: \(literal(text))),"
    }
    let source = """
      extension EmbeddedFiles {
        /// Every embedded file, ordered by the bytes of its path.
        package static let all: [EmbeddedFile] = [
      \(entries.joined(separator: "\n"))
        ]
      }

      """
    try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  /// Returns an ordinary one-line string literal, which can hold any text.
  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
