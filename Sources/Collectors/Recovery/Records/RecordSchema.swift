// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
package import Diagnostics

/// A register that an enterprise keeps in its assessment folder: which file, and which columns.
package struct RecordSchema: Sendable {
  /// The largest file in bytes that is read: 4 MiB.
  static let sizeLimit = 4 << 20
  /// The most records that are read of one register.
  static let countLimit = 20_000
  /// The folder of the registers, as a path of the assessment folder's host.
  package static let folder = "/records"

  /// The id of the collector that reads it.
  package let collector: String
  /// The name of the file without its ending.
  package let fileName: String
  /// What it records.
  package let title: LocalizedText
  /// The columns in the order in which people fill them in.
  package let fields: [RecordField]
  /// Values of an example record, by column.
  package let sample: [(field: String, zh: String, en: String)]

  /// All registers in the order of their collectors' ids.
  package static let all: [RecordSchema] = [.document, .drill, .incidentLog, .restoreTest]

  /// Where the register is looked for.
  var paths: [String] { ["yaml", "yml", "csv"].map { "\(Self.folder)/\(fileName).\($0)" } }

  /// The type of one record, with fields that the collector adds.
  func recordType(adding more: [RecordType.Field] = [], identifiedBy name: String) -> RecordType {
    RecordType(
      name: "\(collector)_record", fields: fields.map(\.outputField) + more,
      identifyingField: name)
  }

  /// The column that a key names.
  func field(_ key: String) -> RecordField? { fields.first { $0.isNamed(key) } }
}
