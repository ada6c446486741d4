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
    /// The files whose wording is their authors' own.
    package let wordedFiles: [LibraryFile]
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
    let registers = reader.readAll(layout.registers) { node, context, _ in
      context.decode(RequirementRegister.self, from: node)
    }
    let facts = self.facts(layout.organization, &reader)
    let exemptions = layout.coverage.flatMap { reader.read($0, CoverageExemptions.self) }
    let glossary = layout.glossary.flatMap { reader.read($0, Glossary.self) }
    let catalogs = layout.catalogs.compactMap { reader.read($0, CatalogInfo.self) }
    let decoder = ControlDecoder(
      compiler: RuleCompiler(facts: facts), collectors: collectors, facts: facts)
    let controls = reader.readAll(layout.controls) { node, context, file in
      decoder.control(node, catalog: file.folder, context)
    }
    let ordered = CatalogOrder(catalogs).sorted(controls)
    let profileDecoder = ProfileDecoder(
      controls: Dictionary(ordered.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      faultyControls: Set(layout.controls.filter(reader.isFaulty).map(\.stem))
        .union(Set(layout.controls.map(\.stem)).subtracting(ordered.map(\.id))))
    let profiles = layout.profiles.compactMap { reader.read($0, profileDecoder.profile) }
    let tables = layout.scoring.compactMap { reader.read($0, ScoringTable.self) }
    let library = ControlLibrary(
      registers: registers.sorted { $0.id < $1.id }, catalogs: catalogs.sorted { $0.id < $1.id },
      controls: ordered, profiles: profiles.sorted { $0.id < $1.id }, facts: facts.readable,
      exemptions: exemptions?.exemptions ?? [], glossary: glossary?.terms ?? [],
      digests: layout.digests)
    let faulty = FaultyFiles(layout, isFaulty: reader.isFaulty)
    let crossed = CrossChecks(library: library, layout: layout, faulty: faulty).diagnostics
    return Result(
      library: library, scoring: ScoringTables(tables),
      wordedFiles: layout.catalogs + layout.controls + layout.profiles,
      diagnostics: (reader.diagnostics + crossed).inReadingOrder())
  }

  private func facts(_ file: LibraryFile?, _ reader: inout LibraryReader) -> KnownFacts {
    guard let file else { return KnownFacts(readable: [], faulty: [], isComplete: true) }
    return reader.read(file, OrganizationFacts.self)?.facts
      ?? KnownFacts(readable: [], faulty: [], isComplete: false)
  }
}

/// Reads files one after another and keeps what is wrong with them.
private struct LibraryReader {
  private(set) var diagnostics: [Diagnostic] = []
  private var faultyPaths: Set<String> = []

  /// Whether errors were found in a file.
  func isFaulty(_ file: LibraryFile) -> Bool { faultyPaths.contains(file.path) }

  mutating func read<Model: YAMLDecodable>(_ file: LibraryFile, _ type: Model.Type) -> Model? {
    read(file) { node, context in context.decode(type, from: node) }
  }

  mutating func read<Model>(
    _ file: LibraryFile, _ decode: (YAMLNode, DecodingContext) -> Model?
  ) -> Model? {
    let (model, found) = Self.decode(file, decode)
    add(found, of: file)
    return model
  }

  /// Reads files that do not need one another, several at a time.
  mutating func readAll<Model: Sendable>(
    _ files: [LibraryFile],
    _ decode: @Sendable (YAMLNode, DecodingContext, LibraryFile) -> Model?
  ) -> [Model] {
    let results = Concurrently.map(files) { file in
      Self.decode(file) { decode($0, $1, file) }
    }
    for (file, result) in zip(files, results) { add(result.diagnostics, of: file) }
    return results.compactMap(\.model)
  }

  private mutating func add(_ found: [Diagnostic], of file: LibraryFile) {
    diagnostics += found
    if found.hasErrors { faultyPaths.insert(file.path) }
  }

  private static func decode<Model>(
    _ file: LibraryFile, _ decode: (YAMLNode, DecodingContext) -> Model?
  ) -> (model: Model?, diagnostics: [Diagnostic]) {
    let stream = YAMLParser().parse(file.source)
    let context = DecodingContext(stream.diagnostics)
    let model = context.root(of: stream).flatMap { decode($0, context) }
    return (model, context.diagnostics)
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
    var conclusions: [ConclusionRule] = []
    var risks: [RiskMethod] = []
    for table in tables {
      switch table {
      case .conclusion(let rule): conclusions.append(rule)
      case .risk(let method): risks.append(method)
      }
    }
    self.init(conclusions: conclusions, risks: risks)
  }
}
