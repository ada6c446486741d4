// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The elements of one XML file.
package struct XMLCollector: Collector {
  /// The largest file in bytes; the lens takes seconds for more.
  private static let sizeLimit = 256 << 10

  package init() {}

  package let description = CollectorDescription(
    id: "xml",
    summary: LocalizedText(
      zh: "一个 XML 文件的各个元素；不展开实体，不读外部文件",
      en: "The elements of one XML file; no entity is expanded, no other file is read"),
    arguments: [DataFile.path],
    output: RecordType(
      name: "xml",
      fields: [
        DataFile.pathField,
        .required(
          "elements",
          .list(
            .record(
              RecordType(
                name: "xml_element",
                fields: [
                  .required("name", .string, zh: "元素名", en: "The name"),
                  .required(
                    "path", .string, zh: "从根元素起的各级元素名，如 /Server/Service",
                    en: "The names from the root down, such as /Server/Service"),
                  .required(
                    "attributes", .map(.string, .string), zh: "属性", en: "The attributes"),
                  .required(
                    "text", .string, zh: "元素自身的文本，两端空白已去掉",
                    en: "The element's own text without white space at its ends"),
                ]))), zh: "全部元素，按文件次序", en: "All elements in the order of the file"),
      ]),
    privileges: DataFile.privileges,
    reads: LocalizedText(
      zh: "参数所列的文件，不超过 256 KiB", en: "The file that the argument names, up to 256 KiB"),
    exampleArguments: ["path": "/opt/tomcat/conf/server.xml"],
    example: [
      "path": "/opt/tomcat/conf/server.xml",
      "elements": [
        [
          "name": "Server", "path": "/Server", "attributes": ["port": "-1"], "text": "",
        ]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    let (source, index) = try await DataFile.read(path, &reader)
    guard source.utf8.count <= Self.sizeLimit else {
      throw reader.failure(.failed, HostError(.tooLarge, path).message)
    }
    guard String(validating: source.utf8, as: UTF8.self) != nil else {
      throw reader.failure(CollectorMessages.notUTF8, at: 1, of: path)
    }
    guard source.utf8.contains(where: { $0 > 0x20 }) else {
      throw reader.failure(CollectorMessages.noDocument, at: 1, of: path)
    }
    // The lens calls itself for each level and would run out of stack.
    if let line = XMLDepth.line(in: source.utf8, deeperThan: LocatedData.maximumDepth) {
      throw reader.failure(
        CollectorMessages.tooDeep(LocatedData.maximumDepth), at: line, of: path)
    }
    guard let parser = AugeasParser() else {
      throw reader.failure(.failed, CollectorMessages.noAugeas)
    }
    let nodes: [AugeasParser.Node]
    do {
      nodes = try parser.parse(source.utf8, lens: "Xml.lns", path: path)
    } catch {
      throw reader.failure(error.isInText ? .failed : .unsupported, error.reason)
    }
    let elements = XMLElement.elements(of: nodes)
    for (number, element) in elements.enumerated() {
      let place = ["elements", String(number)]
      let line = element.start.map { source.position(at: $0).line }
      reader.trail.origin(place, source: index, line: line)
      reader.trail.secretPaths.formUnion(element.secretFields.map { place + $0 })
    }
    return CollectedEvidence(
      ["path": .string(path), "elements": .list(elements.map(\.evidence))], reader.trail)
  }
}
