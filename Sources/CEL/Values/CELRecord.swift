// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// An object with declared fields: one fact that a collector returned.
package final class CELRecord: @unchecked Sendable {
  // Sendable: the values are written by the initializer only and freed by `deinit` only.

  /// The declaration.
  package let type: RecordType
  /// The fields that are present.
  let shape: Shape
  /// The number of the shape.
  let shapeIdentifier: UInt64
  /// The values of the present fields.
  let base: UnsafeMutablePointer<CELValue>

  /// A record with values for fields by name; declared fields without a value are absent.
  ///
  /// Names that are not declared are dropped: the declaration says what rules may read.
  package init(_ type: RecordType, _ values: [String: CELValue]) {
    var names: [CELString] = []
    var present: [CELValue] = []
    for field in type.fields {
      guard let value = values[field.name] else { continue }
      names.append(CELString.make(field.name))
      present.append(value)
    }
    self.type = type
    shape = type.shapes.shape(names)
    shapeIdentifier = shape.identifier
    base = .allocate(capacity: max(present.count, 1))
    _ = UnsafeMutableBufferPointer(start: base, count: present.count).initialize(from: present)
  }

  deinit {
    base.deinitialize(count: shape.keys.count)
    base.deallocate()
  }

  /// The names of the present fields in order of declaration.
  package var fieldNames: [String] { shape.keys.map(\.text) }

  /// Returns the value of a field, or `nil` when it is absent.
  package subscript(name: String) -> CELValue? {
    shape.place(of: CELString.make(name)).map { base[$0] }
  }
}
