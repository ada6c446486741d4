// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Collectors
import Diagnostics
import EvidenceModel
import FoundationEssentials
import Testing

@testable import Commands

@Suite struct ReferenceTests {
  private static let folder =
    #filePath.dropLast("/Tests/CommandsTests/ReferenceTests.swift".count) + "/Reports/Reference"

  @Test(arguments: ReferencePages.files.map(\.path))
  func `the committed pages are what the program says of itself`(path: String) throws {
    let file = try #require(ReferencePages.files.first { $0.path == path })
    let committed = FileManager.default.contents(atPath: "\(Self.folder)/\(path)")
    #expect(
      committed.map { String(decoding: $0, as: UTF8.self) } == file.text,
      "\(path) is out of date; run `make reference` and commit the difference")
  }

  @Test func `no page is left of what is no more`() throws {
    let known = Set(ReferencePages.files.map(\.path))
    let names = try FileManager.default.subpathsOfDirectory(atPath: String(Self.folder))
    for name in names where name.hasSuffix(".md") {
      #expect(known.contains(name), "\(name) has no source; run `make reference`")
    }
  }

  @Test(arguments: Language.allCases)
  func `every function, operator, macro, type and limit is on the page`(_ language: Language) {
    let page = LanguagePages(language).page.markdown
    for library in FunctionLibrary.all {
      #expect(page.contains("\n## \(library.name)\n"))
      for function in library.functions {
        #expect(page.contains("\n### `\(function.shownName)`\n"))
        for overload in function.overloads {
          #expect(page.contains("- `\(overload.signature(of: function))`\n"))
        }
      }
      for macro in library.macros { #expect(page.contains("\n### `\(macro.name)`\n")) }
      for type in library.types.keys { #expect(page.contains("- `\(type)`\n")) }
    }
    for type in TypeDescription.all { #expect(page.contains("| `\(type.name)` |")) }
    for limit in LimitDescription.all { #expect(page.contains("| \(limit.name[language]) |")) }
  }

  @Test(arguments: Language.allCases)
  func `every collector has a page with its arguments and fields`(_ language: Language) throws {
    let files = ReferencePages.files
    let index = try #require(files.first { $0.path == "collectors.\(language.rawValue).md" })
    for collector in Collectors.registry.descriptions {
      let path = "collectors/\(collector.id).\(language.rawValue).md"
      #expect(index.text.contains("[`\(collector.id)`](\(path))"))
      let page = try #require(files.first { $0.path == path }).text
      for argument in collector.arguments { #expect(page.contains("| `\(argument.name)` |")) }
      for field in collector.output.fields { #expect(page.contains("| `\(field.name)` |")) }
    }
  }

  @Test(arguments: LanguagePages(.english).names)
  func `every function and library can be shown`(_ name: String) {
    #expect(LanguagePages(.english).document(named: name) != nil)
  }
}
