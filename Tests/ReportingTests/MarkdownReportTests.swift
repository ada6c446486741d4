// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting
import Testing

struct MarkdownReportTests {
  /// Returns the lines outside blocks of code.
  private func prose(_ report: Report, _ language: Language) throws -> [String] {
    let bytes = try ReportFormat.markdown.render(report, .init(language: language))
    var fence: Substring?
    var lines: [String] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line == open { fence = nil }
      } else if line.hasPrefix("```") {
        fence = line.prefix { $0 == "`" }
      } else {
        lines.append(String(line))
      }
    }
    #expect(fence == nil)
    return lines
  }

  @Test(arguments: NamedReport.all, Language.allCases)
  func `every row of a table has the cells of its header`(
    report: NamedReport, language: Language
  ) throws {
    var cells: Int?
    for line in try prose(report.report, language) {
      guard line.hasPrefix("|") else {
        cells = nil
        continue
      }
      let count = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(cells == nil || cells == count, "\(line)")
      cells = count
    }
  }

  @Test(arguments: Language.allCases)
  func `texts of a report open no tag, link, image, code span or heading`(
    language: Language
  ) throws {
    for line in try prose(HostileReport.report, language) {
      let rest = line.replacing("\\\\", with: "").replacing("\\`", with: "")
        .replacing("\\[", with: "").replacing("\\]", with: "").replacing("\\:", with: "")
      #expect(!rest.contains("<") && !rest.contains("`") && !rest.contains("["), "\(line)")
      #expect(!rest.contains("://"))
      #expect(!line.hasPrefix("# heading"))
    }
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("a | b", #"a \| b"#), ("# no heading", ##"\# no heading"##),
    ("- no item", #"\- no item"#), ("12. no item", #"12\. no item"#), ("3.5 GB", "3.5 GB"),
    ("not_reviewed", "not_reviewed"), ("_no emphasis_", #"\_no emphasis\_"#),
    ("<b>", "&lt;b&gt;"), ("see https://e.example", #"see https\://e.example"#),
    ("www.example", #"www\.example"#), ("two\nlines", "two lines"), ("    code", " code"),
    ("[a](b)", #"\[a\](b)"#), ("back`tick", #"back\`tick"#), ("a\u{202E}b", "a‹U+202E›b"),
  ])
  func `text is escaped for one line`(text: String, expected: String) throws {
    var report = SampleReport.empty
    report.statement = [LocalizedText(verbatim: text)]
    let templates = LayeredTemplates([
      MemoryTemplates(files: ["markdown/report.mustache": "{{#statement}}{{.}}{{/statement}}"]),
      EmbeddedTemplates(),
    ])
    let bytes = try ReportFormat.markdown.render(report, .init(templates: templates))
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
  }
}
