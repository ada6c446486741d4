// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The documents of one YAML file.
package struct YAMLCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "yaml",
    summary: LocalizedText(
      zh: "一个 YAML 文件的各个文档（YAML 1.2 核心模式）",
      en: "The documents of one YAML file, by the core schema of YAML 1.2"),
    arguments: [DataFile.path],
    output: RecordType(
      name: "yaml",
      fields: [
        DataFile.pathField,
        .required(
          "data", .dyn, zh: "首个文档，别名与合并键已展开",
          en: "The first document, aliases and merge keys followed"),
        .required(
          "documents", .list(.dyn), zh: "全部文档，按次序", en: "All documents, in order"),
      ]),
    privileges: DataFile.privileges,
    reads: DataFile.reads,
    exampleArguments: ["path": "/opt/shop/application.yaml"],
    example: [
      "path": "/opt/shop/application.yaml",
      "data": ["server": ["ssl": ["enabled": true]]],
      "documents": [["server": ["ssl": ["enabled": true]]]],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    let (source, index) = try await DataFile.read(path, &reader)
    let documents = try YAMLData.documents(source, reader)
    guard let first = documents.first else {
      throw reader.failure(.failed, CollectorMessages.noDocument)
    }
    var trail = reader.trail
    first.note(at: ["data"], source: index, &trail)
    for (number, document) in documents.enumerated() {
      document.note(at: ["documents", String(number)], source: index, &trail)
    }
    return CollectedEvidence(
      [
        "path": .string(path), "data": first.value, "documents": .list(documents.map(\.value)),
      ], trail)
  }
}
