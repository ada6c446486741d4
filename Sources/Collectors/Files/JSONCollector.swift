// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import EvidenceModel

/// The value of one JSON file.
package struct JSONCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "json",
    summary: LocalizedText(
      zh: "一个 JSON 文件的内容，严格解析", en: "The contents of one JSON file, read strictly"),
    arguments: [DataFile.path],
    output: DataFile.output("json"),
    privileges: DataFile.privileges,
    reads: DataFile.reads,
    exampleArguments: ["path": "/opt/shop/appsettings.json"],
    example: [
      "path": "/opt/shop/appsettings.json",
      "data": ["tls": ["minVersion": "1.2"], "sessionMinutes": 30],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    let (source, index) = try await DataFile.read(path, &reader)
    let data = try Self.data(source, reader)
    return DataFile.evidence(path, data, index, reader)
  }

  /// Returns the value of a JSON text.
  static func data(_ source: SourceText, _ reader: HostReader) throws(CollectionFailure)
    -> LocatedData
  {
    var parser = JSONReader(source, levels: LocatedData.maximumDepth)
    let value: EvidenceValue
    do {
      value = try parser.readDocument()
    } catch {
      throw reader.failure(error, in: source.name)
    }
    guard parser.offsets.count <= LocatedData.maximumCount else {
      let limit = LocatedData.maximumCount
      throw reader.failure(.failed, CollectorMessages.tooManyValues(source.name, limit))
    }
    return LocatedData(value, lines: parser.offsets.mapValues { source.position(at: $0).line })
  }
}
