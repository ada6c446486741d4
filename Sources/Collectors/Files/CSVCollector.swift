// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The rows of one CSV file.
package struct CSVCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "csv",
    summary: LocalizedText(
      zh: "一个有表头的 CSV 文件的各行", en: "The rows of one CSV file with a header"),
    arguments: [
      DataFile.path,
      ArgumentDescription(
        "delimiter", .text, default: ",", choices: [",", ";", "\t", "|"], zh: "字段的分隔符",
        en: "What stands between fields"),
    ],
    output: RecordType(
      name: "csv",
      fields: [
        DataFile.pathField,
        .required("header", .list(.string), zh: "列名，按次序", en: "The names of the columns, in order"),
        .required(
          "rows", .list(.map(.string, .string)), zh: "各行：列名 → 值",
          en: "The rows: names of columns and their values"),
      ]),
    privileges: DataFile.privileges,
    reads: LocalizedText(
      zh: "参数所列的文件，UTF-8 编码（可有字节序标记），不超过 8 MiB",
      en: "The file that the argument names, in UTF-8 with or without byte order mark, up to 8 MiB"),
    exampleArguments: ["path": "/srv/records/drills.csv"],
    example: [
      "path": "/srv/records/drills.csv", "header": ["date", "scope"],
      "rows": [["date": "2026-09-01", "scope": "orders"]],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    let (source, index) = try await DataFile.read(path, &reader)
    let delimiter = arguments.text("delimiter").utf8.first ?? UInt8(ascii: ",")
    let table: CSVTable
    do {
      table = try CSVTable(source.utf8, delimiter: delimiter)
    } catch {
      throw reader.failure(error.rule, at: error.line, of: path)
    }
    var rows: [EvidenceValue] = []
    for (number, row) in table.rows.enumerated() {
      var object = EvidenceObject()
      for (name, field) in zip(table.header, row.fields) { object[name] = .string(field) }
      rows.append(.object(object))
      reader.trail.origin(["rows", String(number)], source: index, line: row.line)
    }
    reader.trail.origin(["header"], source: index, line: table.headerLine)
    return CollectedEvidence(
      ["path": .string(path), "header": .strings(table.header), "rows": .list(rows)],
      reader.trail)
  }
}
