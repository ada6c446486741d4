// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting
import Testing

struct SnapshotTests {
  /// The shipped templates with a short style, so that a change of looks alone touches no snapshot.
  static let templates = LayeredTemplates([
    MemoryTemplates(files: ["html/style.css": "/* style */"]), EmbeddedTemplates(),
  ])

  @Test(arguments: NamedReport.all, Language.allCases)
  func `html and markdown come to the bytes on record`(
    report: NamedReport, language: Language
  ) throws {
    for format in ReportFormat.all where format.isLocalized {
      let bytes = try format.render(
        report.report, .init(language: language, templates: Self.templates))
      let name = "\(report.name).\(language.rawValue).\(format.fileExtension)"
      try expectSnapshot(bytes, named: name)
    }
  }

  @Test(arguments: NamedReport.all)
  func `json comes to the bytes on record`(report: NamedReport) throws {
    try expectSnapshot(ReportFormat.json.render(report.report), named: "\(report.name).json")
  }

  @Test func `the same report gives the same bytes twice`() throws {
    for format in ReportFormat.all {
      let bytes = try (1...2).map { _ in try format.render(SampleReport.mixed) }
      #expect(bytes[0] == bytes[1])
    }
  }

  @Test(arguments: ReportEdition.allCases)
  func `every edition has the verdict with rate and coverage`(edition: ReportEdition) throws {
    for format in ReportFormat.all where format.isLocalized {
      let bytes = try format.render(
        SampleReport.mixed, .init(language: .english, edition: edition))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("50.00%") && text.contains("81.82%") && text.contains("not met"))
    }
  }
}
