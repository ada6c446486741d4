// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import Reporting
import Testing

/// Traces of every kind in every form, as people see them.
@Suite struct TraceSnapshotTests {
  @Test(arguments: Language.allCases)
  func `terminals show what is on record`(_ language: Language) throws {
    let renderer = TerminalTrace(
      language: language, usesColor: false, origin: TraceScenario.origin)
    let parts = try TraceScenario.rules.map { rule in
      let lines = try renderer.lines(TraceScenario.trace(rule))
      return "== \(rule.name)\n\n" + lines.joined(separator: "\n") + "\n"
    }
    let text = parts.joined(separator: "\n")
    #expect(!text.contains("$y$secret") && !text.contains("hunter2") && !text.contains("$1$old"))
    try expectSnapshot(Array(text.utf8), named: "traces.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `pages show what is on record`(_ language: Language) throws {
    for (format, main) in [(ReportFormat.html, Self.html), (.markdown, Self.markdown)] {
      let templates = LayeredTemplates([
        MemoryTemplates(files: [main.path: main.template]), EmbeddedTemplates(),
      ])
      let bytes = try format.render(
        try Self.report, .init(language: language, templates: templates))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("$y$secret") && !text.contains("hunter2") && !text.contains("$1$old"))
      try expectSnapshot(bytes, named: "traces.\(language.rawValue).\(format.fileExtension)")
    }
  }

  /// Pages that hold nothing but traces.
  private static let html = (
    path: "html/report.mustache",
    template: """
    <!doctype html>
    <meta charset="utf-8">
    {{#findings}}{{#checks}}
    <h2>{{title}}</h2>
    <pre><code>{{expectation}}</code></pre>
    <ul class="trace">{{#trace}}{{>trace}}{{/trace}}</ul>
    {{/checks}}{{/findings}}

    """
  )
  private static let markdown = (
    path: "markdown/report.mustache",
    template: """
    {{#findings}}
    {{#checks}}
    ## {{title}}

    {{{trace_block}}}

    {{/checks}}
    {{/findings}}

    """
  )

  /// A report whose only finding has a check for each rule.
  private static var report: Report {
    get throws {
      var report = SampleReport.mixed
      let converter = TraceConverter(origin: TraceScenario.origin)
      var finding = report.findings[0]
      finding.checks = try TraceScenario.rules.map { rule in
        Report.CheckRecord(
          id: "rule", title: LocalizedText(verbatim: rule.name), method: .test, outcome: .fail,
          expectation: rule.text, trace: converter.convert(try TraceScenario.trace(rule)))
      }
      report.findings = [finding]
      return report
    }
  }
}
