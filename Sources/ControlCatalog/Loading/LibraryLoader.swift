// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import EvidenceModel
import YAMLTree

/// Makes a library from its files and says all that is wrong with them.
package struct LibraryLoader: Sendable {
  /// A library with what is wrong with it.
  package struct Result: Sendable {
    /// What could be read; not to be assessed with when there are errors.
    package let library: ControlLibrary
    /// The scoring tables.
    package let scoring: ScoringTables
    /// All that is wrong, in reading order.
    package let diagnostics: [Diagnostic]
  }

  private let collectors: [String: CollectorDescription]

  /// - Parameter collectors: the collectors that evidence may name.
  package init(collectors: [CollectorDescription]) {
    self.collectors = Dictionary(
      collectors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a library.
  package func load(_ files: [LibraryFile]) -> Result {
    let layout = LibraryLayout(files)
    var reader = LibraryReader()
    let registers = layout.registers.compactMap { reader.read($0, RequirementRegister.self) }
    let facts = layout.organization.flatMap { reader.read($0, OrganizationFacts.self) }?.facts ?? []
    let exemptions = layout.coverage.flatMap { reader.read($0, CoverageExemptions.self) }
    let catalogs = layout.catalogs.compactMap { reader.read($0, CatalogInfo.self) }
    let decoder = ControlDecoder(
      compiler: RuleCompiler(facts: facts), collectors: collectors, facts: facts)
    let controls = layout.controls.compactMap { file in
      reader.read(file) { decoder.control($0, catalog: file.folder, $1) }
    }
    let ordered = CatalogOrder(catalogs).sorted(controls)
    let profileDecoder = ProfileDecoder(
      controls: Dictionary(ordered.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    let profiles = layout.profiles.compactMap { reader.read($0, profileDecoder.profile) }
    let tables = layout.scoring.compactMap { reader.read($0, ScoringTable.self) }
    let library = ControlLibrary(
      registers: registers.sorted { $0.id < $1.id }, catalogs: catalogs.sorted { $0.id < $1.id },
      controls: ordered, profiles: profiles.sorted { $0.id < $1.id }, facts: facts,
      exemptions: exemptions?.exemptions ?? [], digests: layout.digests)
    let crossed = CrossChecks(library: library, layout: layout).diagnostics
    return Result(
      library: library, scoring: ScoringTables(tables),
      diagnostics: (reader.diagnostics + crossed).inReadingOrder())
  }
}

/// Reads files one after another and keeps what is wrong with them.
private struct LibraryReader {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func read<Model: YAMLDecodable>(_ file: LibraryFile, _ type: Model.Type) -> Model? {
    let (model, found) = YAMLDecoder().decode(type, from: file.source)
    diagnostics += found
    return model
  }

  mutating func read<Model>(
    _ file: LibraryFile, _ decode: (YAMLNode, DecodingContext) -> Model?
  ) -> Model? {
    let stream = YAMLParser().parse(file.source)
    let context = DecodingContext(stream.diagnostics)
    let model = context.root(of: stream).flatMap { decode($0, context) }
    diagnostics += context.diagnostics
    return model
  }
}

/// Brings controls into the order of their catalogs.
private struct CatalogOrder {
  private var places: [String: Int] = [:]

  init(_ catalogs: [CatalogInfo]) {
    for control in catalogs.sorted(by: { $0.id < $1.id }).flatMap(\.controls) {
      if places[control.value] == nil { places[control.value] = places.count }
    }
  }

  func sorted(_ controls: [Control]) -> [Control] {
    controls.sorted { a, b in
      let keys = (places[a.id] ?? .max, places[b.id] ?? .max)
      return keys.0 != keys.1 ? keys.0 < keys.1 : a.id < b.id
    }
  }
}

extension ScoringTables {
  fileprivate init(_ tables: [ScoringTable]) {
    var bands: [String: RateBands] = [:]
    var matrices: [String: RiskMatrix] = [:]
    for table in tables {
      switch table {
      case .rateBands(let table): bands[table.source.id] = table
      case .riskMatrix(let table): matrices[table.source.id] = table
      }
    }
    self.init(rateBands: bands, riskMatrices: matrices)
  }
}
