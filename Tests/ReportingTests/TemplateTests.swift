// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EmbeddedFiles
import Foundation
import Reporting
import Testing

struct TemplateTests {
  private func render(
    _ files: [String: String], format: ReportFormat = .html, language: Language = .english
  ) throws -> String {
    let templates = LayeredTemplates([MemoryTemplates(files: files), EmbeddedTemplates()])
    let options = RenderingOptions(language: language, templates: templates)
    return String(decoding: try format.render(SampleReport.mixed, options), as: UTF8.self)
  }

  @Test func `a brand replaces one template and one text, and keeps the rest`() throws {
    let page = try render([
      "html/statement.mustache": "<section id=\"statement\"><p>ours</p></section>",
      "wording.yaml": "outcome:\n  pass: {zh: 达到, en: Reached}\n",
    ])
    #expect(page.contains("<p>ours</p>"))
    #expect(page.contains("Reached") && page.contains("Not met"))
  }

  @Test func `values in a brand's template are escaped without its asking`() throws {
    let template = "{{#statement}}{{.}}{{/statement}}"
    var report = SampleReport.empty
    report.statement = [LocalizedText(verbatim: #"<a "b"#)]
    let templates = LayeredTemplates([
      MemoryTemplates(files: ["html/report.mustache": template]), EmbeddedTemplates(),
    ])
    let bytes = try ReportFormat.html.render(report, .init(templates: templates))
    #expect(String(decoding: bytes, as: UTF8.self) == "&lt;a &quot;b")
  }

  @Test func `a text that no report has is refused with its place`() throws {
    let error = #expect(throws: DiagnosticsError.self) {
      _ = try render(["wording.yaml": "outcome:\n  passed: {zh: 达到, en: Reached}\n"])
    }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.message.en == "no report has a text named 'outcome.passed'")
    #expect(diagnostic.location?.position.line == 2)
  }

  @Test func `a broken template is refused with its line`() throws {
    let error = #expect(throws: DiagnosticsError.self) {
      _ = try render(["html/statement.mustache": "<p>\n{{#statement}}\n"])
    }
    let message = try #require(error?.diagnostics.first?.message.en)
    #expect(message.contains("'html/statement.mustache' is not valid Mustache"))
  }

  @Test func `every text that a template or the program asks for exists`() throws {
    let wording = try Wording(from: EmbeddedTemplates())
    let keys = Set(wording.keys)
    let pattern = /\{\{[#^]?t\.([a-z_]+\.[a-z_]+)\}\}/
    for file in EmbeddedFiles.files(below: "Reports/Templates") {
      for match in String(decoding: file.utf8, as: UTF8.self).matches(of: pattern) {
        #expect(keys.contains(String(match.1)), "\(file.path)")
      }
    }
    for language in Language.allCases {
      for format in ReportFormat.all where format.isLocalized {
        // A missing text shows as its key.
        let text = try render([:], format: format, language: language)
        let shown = text.matches(of: /\b([a-z]+(?:_[a-z]+)*)\.([a-z]+(?:_[a-z]+)*)\b/)
        let sections = Set(keys.map { String($0.prefix { $0 != "." }) })
        let missing = shown.filter {
          sections.contains(String($0.1)) && !keys.contains(String($0.0))
        }
        #expect(missing.map { String($0.0) }.allSatisfy { $0.hasPrefix("evidence.is_") })
      }
    }
  }

  @Test func `every value of the layout has a label in both languages`() throws {
    let wording = try Wording(from: EmbeddedTemplates())
    func check<Value: CaseIterable & RawRepresentable<String>>(_ section: String, _: Value.Type) {
      for value in Value.allCases {
        #expect(wording.text(section, value.rawValue) != nil, "\(section).\(value.rawValue)")
      }
    }
    check("outcome", Report.Outcome.self)
    check("outcome_meaning", Report.Outcome.self)
    check("severity", Report.Severity.self)
    check("level", Report.Level.self)
    check("method", Report.Method.self)
    check("standing", Report.Standing.self)
    check("importance", Report.Importance.self)
    check("effort", Report.Effort.self)
    check("state", Report.DocumentState.self)
    check("role", Report.Role.self)
    check("notice", Report.NoticeKind.self)
    check("waiver_state", Report.WaiverState.self)
    check("limitation", Report.LimitationKind.self)
    check("evidence_kind", Report.EvidenceKind.self)
    check("evidence_status", Report.EvidenceStatus.self)
    check("truth", ReportTrace.Verdict.self)
  }
}
