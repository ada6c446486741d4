// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Collectors
import ControlCatalog
import Diagnostics
import EvidenceModel
import FoundationEssentials
import Testing

/// The example of the guide "Write a control" is what it says.
struct AuthoringGuideTests {
  private static let root = String(
    #filePath.dropLast("Tests/ControlCatalogTests/AuthoringGuideTests.swift".count))
  private static let path = "safeguarding/SAF-RED-01.yaml"

  private let guide: String

  init() throws {
    let place = "Sources/ControlCatalog/ControlCatalog.docc/Guides/WriteAControl.md"
    let data = try Data(contentsOf: URL(filePath: Self.root + place))
    guide = String(decoding: data, as: UTF8.self)
  }

  @Test func `the control of the guide is sound and its examples hold`() throws {
    let result = try load(example)
    #expect(Self.text(result) == "")
    let control = try #require(result.library.control("SAF-RED-01"))
    let runs = ExampleRunner(library: result.library).run(control)
    #expect(runs.count == 5)
    for run in runs {
      #expect(run.complaint == nil, "\(run.example.name.en): \(run.complaint?.en ?? "")")
    }
  }

  @Test func `the mistake of the guide is told as the guide shows it`() throws {
    let mistaken = try example.replacing("redirects.value ==", with: "redirects.valu ==")
    let shown = try #require(block("console")).split(separator: "\n")
    let told = Self.text(try load(mistaken)).split(separator: "\n")
    #expect(told.first == shown.first)
  }

  private var example: String {
    get throws { try #require(block("yaml")) + "\n" }
  }

  /// Returns the first block of a language.
  private func block(_ language: String) -> String? {
    guard let start = guide.firstRange(of: "```\(language)\n") else { return nil }
    let rest = guide[start.upperBound...]
    return rest.firstRange(of: "\n```").map { String(rest[..<$0.lowerBound]) }
  }

  /// Loads the shipped library with one more control.
  private func load(_ text: String) throws -> LibraryLoader.Result {
    let shipped = try LibraryFolder.files(at: "\(Self.root)Controls").map { file in
      guard file.path == "safeguarding/catalog.yaml" else { return file }
      let listed = String(decoding: file.source.utf8, as: UTF8.self) + "  - SAF-RED-01\n"
      return LibraryFile(
        path: file.path, source: SourceText(name: file.source.name, utf8: Array(listed.utf8)))
    }
    let added = LibraryFile(
      path: Self.path,
      source: SourceText(name: "Controls/\(Self.path)", utf8: Array(text.utf8)))
    return LibraryLoader(collectors: Collectors.registry.descriptions).load(shipped + [added])
  }

  private static func text(_ result: LibraryLoader.Result) -> String {
    DiagnosticRenderer(language: .english, usesColor: false).render(result.diagnostics)
  }
}
