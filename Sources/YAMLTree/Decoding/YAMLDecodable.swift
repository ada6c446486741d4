// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A model that is made from a node.
///
/// A conformer reports what is wrong to the context and returns `nil` when it cannot be made; it
/// goes on after an error as far as it can, so that all errors of a file are found at once.
///
///     struct Check: YAMLDecodable {
///       var id: String
///       var weight: Int
///
///       init?(from node: YAMLNode, _ context: DecodingContext) {
///         guard var map = context.mapping(node, of: LocalizedText(zh: "检查项", en: "check")) else {
///           return nil
///         }
///         let id = map.required("id", String.self)
///         weight = map.optional("weight", Int.self, in: 1...3) ?? 1
///         map.finish()
///         guard let id else { return nil }
///         self.id = id
///       }
///     }
///
/// A type written as one text, such as a date, conforms to `YAMLTextDecodable`, an enumeration to
/// `YAMLEnumeration`.
package protocol YAMLDecodable {
  /// Creates a model from a node, or reports why there is none.
  init?(from node: YAMLNode, _ context: DecodingContext)
}

/// A type that is written as a scalar's text, such as a date or a duration.
package protocol YAMLTextDecodable: YAMLDecodable {
  /// What the text has to be, as a noun phrase such as "a calendar date such as 2026-01-31".
  static var expectation: LocalizedText { get }

  /// Creates a value from a text; `nil` when the text is not what is expected.
  init?(yamlText text: String)
}

extension YAMLTextDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard node.kind == .scalar, !node.isNull, let value = Self(yamlText: node.text) else {
      context.reportWrongType(node, expected: Self.expectation)
      return nil
    }
    self = value
  }
}

/// An enumeration whose raw values are what authors write.
package protocol YAMLEnumeration: YAMLDecodable, RawRepresentable, CaseIterable
where RawValue == String {}

extension YAMLEnumeration {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard let value = context.enumeration(node, Self.self) else { return nil }
    self = value
  }
}
