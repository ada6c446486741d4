// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The text that `format` fills in: `%s` and the like stand for arguments, `%%` for a percent sign.
struct FormatTemplate: Sendable, Hashable {
  /// How to write one argument.
  enum Clause: Sendable, Hashable {
    /// `%s`: any value as text.
    case text
    /// `%d`: a number in decimal.
    case decimal
    /// `%f`, `%.2f`: a number with fixed decimals, 6 unless given.
    case fixed(Int)
    /// `%e`, `%.2e`: a number with an exponent.
    case scientific(Int)
    /// `%b`: an integer or a bool in binary.
    case binary
    /// `%o`: an integer in octal.
    case octal
    /// `%x`, `%X`: an integer, or the bytes of a string, in hexadecimal.
    case hexadecimal(uppercase: Bool)
  }

  /// A piece of the template.
  enum Part: Sendable, Hashable {
    /// Text that stands for itself.
    case literal(String)
    /// The next argument.
    case argument(Clause)
  }

  /// The most decimals that a clause may ask for.
  static let maximumDecimals = 100

  /// The pieces in order.
  let parts: [Part]

  /// The number of arguments that the template takes.
  var argumentCount: Int {
    parts.count { if case .argument = $0 { true } else { false } }
  }

  /// Parses a template; throws at a clause that does not exist.
  init(_ text: String) throws(FunctionFailure) {
    var parts: [Part] = []
    var literal = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar != "%" {
        literal.append(scalar)
      } else if rest.first == "%" {
        literal.append("%")
        rest.removeFirst()
      } else {
        if !literal.isEmpty { parts.append(.literal(String(literal))) }
        literal = String.UnicodeScalarView()
        parts.append(.argument(try FormatTemplate.clause(&rest)))
      }
    }
    if !literal.isEmpty { parts.append(.literal(String(literal))) }
    self.parts = parts
  }

  private static func clause(
    _ rest: inout Substring.UnicodeScalarView
  ) throws(FunctionFailure) -> Clause {
    var decimals: Int?
    if rest.first == "." {
      rest.removeFirst()
      let digits = rest.prefix { "0"..."9" ~= $0 }
      rest = rest[digits.endIndex...]
      guard let number = Int(String(digits)), number <= maximumDecimals else {
        throw .invalidPrecision(String(digits))
      }
      decimals = number
    }
    guard let letter = rest.popFirst() else { throw .missingFormatClause }
    switch letter {
    case "f": return .fixed(decimals ?? 6)
    case "e": return .scientific(decimals ?? 6)
    case "s", "d", "b", "o", "x", "X":
      if decimals != nil { throw .precisionNotAllowed(String(letter)) }
    default: throw .unknownFormatClause(String(letter))
    }
    switch letter {
    case "s": return .text
    case "d": return .decimal
    case "b": return .binary
    case "o": return .octal
    default: return .hexadecimal(uppercase: letter == "X")
    }
  }
}
