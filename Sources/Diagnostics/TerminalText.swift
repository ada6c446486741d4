// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
  /// Whether a terminal may act on the character or hide it instead of showing it.
  ///
  /// Control characters, and the bidirectional and zero-width format characters that can make a
  /// line read differently from what it is.
  package var isUnsafeForTerminal: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The number of terminal columns that the character takes: 0, 1 or 2.
  package var terminalColumns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}

extension String {
  /// The text with every character replaced that a terminal would act on instead of showing.
  ///
  /// Line breaks and tabs stay.
  package var sanitizedForTerminal: String {
    guard unicodeScalars.contains(where: \.isUnsafeForTerminal) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let keeps = scalar == "\n" || scalar == "\t" || !scalar.isUnsafeForTerminal
      scalars.append(keeps ? scalar : "\u{FFFD}")
    }
    return String(scalars)
  }

  /// The number of terminal columns that the text takes.
  package var terminalColumns: Int { unicodeScalars.reduce(0) { $0 + $1.terminalColumns } }
}
