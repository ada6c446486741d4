// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics
import EvidenceModel

/// Reads a register on behalf of a collector, and keeps account of where each value stands.
struct RegisterReader {
  /// The register.
  let schema: RecordSchema
  /// What was read so far.
  var reader: HostReader
  /// The records with the index of the source that each stands in.
  private(set) var records: [(entry: RecordEntry, source: Int)] = []

  /// Reads the register from the path that a query names, or from its usual places.
  ///
  /// - Throws: `absent` when there is no file or no record in it, `failed` with the places of the
  ///   mistakes when a record cannot be understood.
  init(
    _ schema: RecordSchema, _ arguments: CollectorArguments, _ host: any Host
  ) async throws(CollectionFailure) {
    self.schema = schema
    reader = HostReader(host)
    // On another host the same path would be another file, and its absence would say nothing.
    guard [.assessment, .memory].contains(await host.identity.access) else {
      throw reader.failure(.unsupported, RecordMessages.notHere)
    }
    var problems: [Diagnostic] = []
    var isThere = false
    for path in arguments.optionalText("path").map({ [$0] }) ?? schema.paths {
      guard let file = try await reader.fileIfPresent(path, limit: RecordSchema.sizeLimit) else {
        continue
      }
      isThere = true
      let source = reader.trail.add(file)
      let text = SourceText(name: path, utf8: file.bytes)
      let (entries, diagnostics) = RecordDecoder.decode(text, as: schema)
      problems += diagnostics.filter { $0.severity == .error }
      records += entries.map { ($0, source) }
    }
    guard problems.isEmpty else {
      throw reader.failure(.failed, RecordMessages.unreadable(problems))
    }
    guard isThere else { throw reader.failure(.absent, RecordMessages.noFile(schema)) }
    guard !records.isEmpty else { throw reader.failure(.absent, RecordMessages.noRecord(schema)) }
  }

  /// Ends the collection when two records have the same id.
  func requireDistinct(_ column: String) throws(CollectionFailure) {
    var seen: Set<String> = []
    for (entry, source) in records {
      guard let id = entry[column]?.text, !seen.insert(id).inserted else { continue }
      let place = "\(reader.trail.sources[source].name):\(entry.cells[column]?.line ?? entry.line)"
      let message = RecordMessages.duplicateID(id)
      throw reader.failure(
        .failed, LocalizedText(zh: "\(place)：\(message.zh)", en: "\(place): \(message.en)"))
    }
  }

  /// Returns the records as evidence, each with what the collector adds, and notes where their
  /// values stand below the field `records`.
  mutating func evidence(
    adding more: (RecordEntry) -> [(String, EvidenceValue)] = { _ in [] }
  ) -> EvidenceValue {
    .list(
      records.enumerated().map { index, record in
        var object = record.entry.evidence(of: schema)
        for (name, value) in more(record.entry) { object[name] = value }
        let path = ["records", String(index)]
        reader.trail.origin(path, source: record.source, line: record.entry.line)
        for (name, cell) in record.entry.cells.sorted(by: { $0.key < $1.key }) {
          reader.trail.origin(path + [name], source: record.source, line: cell.line)
        }
        return .object(object)
      })
  }

  /// The latest of a column's times; `nil` when no record has one.
  func latest(_ column: String) -> EvidenceValue? {
    records.compactMap { $0.entry[column]?.instant }.max().map { .string($0.formatted()) }
  }
}
