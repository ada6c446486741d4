// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The sections of one INI file.
package struct INICollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "ini",
    summary: LocalizedText(
      zh: "一个 INI 文件的各节设置", en: "The settings of one INI file by their sections"),
    arguments: [DataFile.path],
    output: RecordType(
      name: "ini",
      fields: [
        DataFile.pathField,
        .required(
          "data", .map(.string, .map(.string, .string)),
          zh: "节名 → 键 → 最后一个值；首节之前的键归于空节名；没有等号的键，值为空",
          en: "Section, key and its last value; keys before the first section are under the empty "
            + "name, a key without a sign has an empty value"),
        .required(
          "values", .map(.string, .map(.string, .list(.string))), zh: "节名 → 键 → 全部值，按次序",
          en: "Section, key and all its values in order"),
      ]),
    privileges: DataFile.privileges,
    reads: DataFile.reads,
    exampleArguments: ["path": "/etc/php.ini"],
    example: [
      "path": "/etc/php.ini", "data": ["PHP": ["expose_php": "Off"]],
      "values": ["PHP": ["expose_php": ["Off"]]],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    let (source, index) = try await DataFile.read(path, &reader)
    var last: [String: EvidenceObject] = [:]
    var all: [String: [String: [INIFile.Entry]]] = [:]
    let file = try INIFile(source, reader)
    for section in file.sections { last[section] = EvidenceObject() }
    for entry in file.entries {
      last[entry.section, default: EvidenceObject()][entry.key] = .string(entry.value)
      all[entry.section, default: [:]][entry.key, default: []].append(entry)
    }
    var data = EvidenceObject()
    var values = EvidenceObject()
    for section in last.keys.sorted() {
      var lists = EvidenceObject()
      for (key, entries) in (all[section] ?? [:]).sorted(by: { $0.key < $1.key }) {
        lists[key] = .strings(entries.map(\.value))
        reader.trail.origin(["data", section, key], source: index, line: entries.last?.line)
        for (number, entry) in entries.enumerated() {
          let path = ["values", section, key, String(number)]
          reader.trail.origin(path, source: index, line: entry.line)
        }
      }
      data[section] = last[section].map { .object($0) }
      values[section] = .object(lists)
    }
    return CollectedEvidence(
      ["path": .string(path), "data": .object(data), "values": .object(values)], reader.trail)
  }
}
