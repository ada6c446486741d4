// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Collectors
import ControlCatalog
import Diagnostics
import EvidenceModel
import Testing

/// The catalogs of the source tree, loaded once.
enum Shipped {
  static let result: LibraryLoader.Result? = {
    let root = String(
      #filePath.dropLast("Tests/ControlCatalogTests/ShippedCatalogTests.swift".count))
    let files = try? LibraryFolder.files(at: "\(root)Controls")
    return files.map(LibraryLoader(collectors: Collectors.registry.descriptions).load)
  }()

  static let library = result?.library
  static let controls = library?.controls.map(\.id) ?? []
}

struct ShippedCatalogTests {
  @Test func `nothing is wrong with the shipped catalogs`() throws {
    let result = try #require(Shipped.result)
    let text = DiagnosticRenderer(language: .english, usesColor: false).render(
      result.diagnostics + WordingCheck(result).diagnostics)
    #expect(text == "")
    #expect(!Shipped.controls.isEmpty)
  }

  @Test(arguments: Shipped.controls)
  func `every example of a control holds`(_ id: String) throws {
    let library = try #require(Shipped.library)
    let control = try #require(library.control(id))
    let results = ExampleRunner(library: library).run(control)
    #expect(results.contains { $0.example.expectation == .pass })
    #expect(results.contains { $0.example.expectation == .fail })
    for result in results {
      #expect(result.complaint == nil, "\(result.example.name.en): \(result.complaint?.en ?? "")")
    }
  }

  @Test(arguments: Shipped.controls)
  func `every requirement that a control cites exists`(_ id: String) throws {
    let library = try #require(Shipped.library)
    let control = try #require(library.control(id))
    #expect(!control.requirements.isEmpty)
    for citation in control.requirements {
      #expect(library.requirement(citation.id) != nil, "\(citation.id.text)")
    }
  }

  @Test(arguments: Shipped.library?.registers.map(\.id) ?? [])
  func `every requirement is assessed, linked or exempt with a reason`(_ id: String) throws {
    let library = try #require(Shipped.library)
    let register = try #require(library.registers.first { $0.id == id })
    let open = RequirementCoverage(of: register, in: library).rows.filter { !$0.isCovered }
    #expect(open.map(\.requirement.id.text) == [])
  }

  @Test func `no exemption is for a requirement that a control cites`() throws {
    let library = try #require(Shipped.library)
    let cited = Set(library.controls.flatMap(\.requirements).map(\.id))
    #expect(library.exemptions.map(\.requirement).filter(cited.contains).map(\.text) == [])
  }

  @Test(arguments: Shipped.library?.profiles.map(\.id) ?? [])
  func `every profile selects controls, each once`(_ id: String) throws {
    let library = try #require(Shipped.library)
    let profile = try #require(library.profile(id))
    let selected = ControlSelection(profile, of: library).controls.map(\.control.id)
    #expect(!selected.isEmpty)
    #expect(Set(selected).count == selected.count)
  }

  @Test func `every rule can fail, and every fact that it reads decides an example`() async throws {
    let library = try #require(Shipped.library)
    let reports = await MutationRunner(library: library).run(library.controls)
    let faults = reports.flatMap { report in
      report.survivors.filter(\.survivor.kind.isFault).map { place, survivor in
        "\(report.control.id) \(place) \(survivor.kind)"
      }
    }
    #expect(faults == [])
  }
}
