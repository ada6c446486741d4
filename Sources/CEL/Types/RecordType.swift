// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// An object type with declared fields: what a collector declares that it returns.
///
/// A rule that reads a field that is not declared is an error when the catalog loads.
package final class RecordType: Sendable {
  /// One field.
  package struct Field: Sendable, Hashable {
    /// The name as rules write it.
    package var name: String
    /// The type of the value.
    package var type: CELType
    /// What the field holds, with unit and range.
    package var documentation: LocalizedText
    /// Whether the field can be absent, so that `has()` is meaningful.
    package var isOptional: Bool
    /// Whether the value must not be shown.
    package var isSensitive: Bool

    package init(
      _ name: String, _ type: CELType, documentation: LocalizedText, isOptional: Bool = false,
      isSensitive: Bool = false
    ) {
      self.name = name
      self.type = type
      self.documentation = documentation
      self.isOptional = isOptional
      self.isSensitive = isSensitive
    }
  }

  /// The name, unique among the types of a catalog, such as `sshd`.
  package let name: String
  /// The fields in order of declaration.
  package let fields: [Field]
  /// The field by which people recognise an object, such as the name of a user.
  package let identifyingField: String?
  /// The shapes of the records of this type.
  let shapes = ShapeTable()
  private let places: [String: Int]

  package init(name: String, fields: [Field], identifyingField: String? = nil) {
    self.name = name
    self.fields = fields
    self.identifyingField = identifyingField
    var places: [String: Int] = [:]
    for (place, field) in fields.enumerated() { places[field.name] = place }
    self.places = places
  }

  /// Returns the declaration of a field, or `nil` when there is none.
  package func field(_ name: String) -> Field? { places[name].map { fields[$0] } }
}

extension RecordType: Hashable {
  /// Whether name, fields and identifying field are the same.
  package static func == (a: RecordType, b: RecordType) -> Bool {
    a === b
      || (a.name == b.name && a.fields == b.fields && a.identifyingField == b.identifyingField)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}
