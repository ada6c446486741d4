// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReferenceDocument {
  /// Returns the page for a terminal, headings in bold where there are colours.
  func text(on terminal: Terminal) -> String {
    var lines: [String] = []
    for block in blocks {
      switch block {
      case .heading(let text, _), .name(let text, _):
        if !lines.isEmpty { lines.append("") }
        lines.append(terminal.styled(text, "1"))
      case .paragraph(let text): lines += CommentWrapping.lines(of: text)
      case .signatures(let signatures): lines += signatures.map { "  \($0)" }
      case .table(_, let rows): lines += Self.columns(rows)
      case .code(let code, _): lines += code.map { "  \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns rows with their columns under each other; a far too wide cell does not move the rest.
  private static func columns(_ rows: [[Cell]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.compactMap { $0.indices.contains(column) ? $0[column].text.terminalColumns : nil }
        .filter { $0 <= 40 }.max() ?? 0
    }
    return rows.map { row in
      var line = " "
      for (index, cell) in row.enumerated() {
        line += " " + cell.text
        guard index < row.count - 1 else { continue }
        line += String(
          repeating: " ", count: max(widths[index] - cell.text.terminalColumns, 0) + 1)
      }
      return line
    }
  }
}
