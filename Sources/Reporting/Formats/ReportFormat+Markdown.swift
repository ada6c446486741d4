// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportFormat {
  /// GitHub-flavoured Markdown without HTML, for repositories and reviews.
  package static let markdown = ReportFormat(
    id: "markdown",
    name: LocalizedText(zh: "Markdown 报告", en: "Markdown report"),
    fileExtension: "md", mediaType: "text/markdown; charset=utf-8", isLocalized: true
  ) { report, options in
    let templates = try TemplateSet(
      folder: "markdown", from: options.templates, contentType: .markdown)
    let text = try templates.render("report", options.view(of: report))
    return Array(withSingleBlankLines(text).utf8)
  }

  /// Returns the text with one blank line wherever sections that are absent leave several; blocks
  /// of code stay as they are.
  private static func withSingleBlankLines(_ text: String) -> String {
    var lines: [Substring] = []
    var fence: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line == open { fence = nil }
      } else if line.hasPrefix("```") {
        fence = line.prefix { $0 == "`" }
      } else if line.isEmpty, lines.last?.isEmpty ?? true {
        continue
      }
      lines.append(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
