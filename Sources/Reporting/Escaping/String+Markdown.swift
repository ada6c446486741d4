// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The text as it stands in a line of Markdown, where none of its characters is markup.
  package var escapedForMarkdown: String { MarkdownText().escapeText(self) }

  /// The text as a code span, also inside a table.
  package var markdownCodeSpan: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
      .replacing("|", with: "\\|")
    var longest = 0
    var run = 0
    for byte in line.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // A backtick at an end would join the fence.
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return fence + pad + line + pad + fence
  }
}
