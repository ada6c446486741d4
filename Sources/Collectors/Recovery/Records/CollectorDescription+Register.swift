// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import EvidenceModel

extension CollectorDescription {
  /// Describes a collector that reads a register of the assessment folder.
  ///
  /// - Parameters:
  ///   - schema: the register.
  ///   - adding: the fields of a record that the collector works out.
  ///   - identifiedBy: the column by which people recognise a record.
  ///   - newest: the column whose latest time is the field `newest`.
  static func register(
    _ schema: RecordSchema, summary: LocalizedText, adding more: [RecordType.Field] = [],
    identifiedBy name: String, newest: LocalizedText, reads: LocalizedText? = nil,
    example: EvidenceValue
  ) -> CollectorDescription {
    CollectorDescription(
      id: schema.collector, summary: summary,
      arguments: [
        ArgumentDescription(
          "path", .text,
          zh: "登记文件在评估文件夹中的路径；缺省为 /records/\(schema.fileName).yaml、.yml 与 .csv",
          en: "The register's path in the assessment folder; by default "
            + "/records/\(schema.fileName).yaml, .yml and .csv")
      ],
      output: RecordType(
        name: schema.collector.replacing("-", with: "_"),
        fields: [
          .required("count", .int, zh: "记录的条数，至少为 1", en: "How many records there are, at least 1"),
          .optional("newest", .timestamp, zh: newest.zh, en: newest.en),
          .required(
            "records",
            .list(.record(schema.recordType(adding: more, identifiedBy: name))),
            zh: "全部记录，按文件中的顺序；日期为北京时间零时",
            en: "All records in the order of the file; a date is its midnight in Beijing"),
        ]),
      privileges: LocalizedText(zh: "对评估文件夹的读权限", en: "Read permission on the assessment folder"),
      reads: reads
        ?? LocalizedText(
          zh: "评估文件夹的 records/\(schema.fileName).yaml、.yml 与 .csv",
          en: "records/\(schema.fileName).yaml, .yml and .csv of the assessment folder"),
      example: example)
  }
}
