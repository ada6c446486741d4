// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// One record of a register.
struct RecordEntry {
  /// A value and the line on which it stands, from 1.
  typealias Cell = (value: RecordValue, line: Int)

  /// The values by column; columns that were left empty are missing.
  var cells: [String: Cell] = [:]
  /// The line on which the record starts, from 1.
  var line: Int

  /// The value of a column.
  subscript(name: String) -> RecordValue? { cells[name]?.value }

  /// The record as evidence, with empty lists for those that were left empty.
  func evidence(of schema: RecordSchema) -> EvidenceObject {
    var object = EvidenceObject()
    for field in schema.fields {
      object[field.name] = cells[field.name]?.value.evidence
      if object[field.name] == nil, case .list = field.kind { object[field.name] = .list([]) }
    }
    return object
  }
}
