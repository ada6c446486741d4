// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics
package import YAMLTree

/// Reads a parameter of a control, and the values that profiles and assessments give it.
package enum ParameterDecoder {
  /// Returns the parameter, or `nil` after it was reported why there is none.
  static func parameter(
    _ node: YAMLNode, named name: String, at span: SourceSpan, _ context: DecodingContext
  ) -> Parameter? {
    guard var map = context.mapping(node, of: CatalogMessages.parameter) else { return nil }
    let kind = map.enumeration("type", Parameter.Kind.self)
    let value = map.requiredNode("default")
    let minimum = map.node("minimum")
    let maximum = map.node("maximum")
    let allowed = map.list("allowed", YAMLNode.self)
    let label = map.required("label", LocalizedText.self)
    let source = map.required("source", Parameter.Source.self)
    map.finish()
    if Identifier(yamlText: name) == nil {
      context.report(CatalogMessages.invalidName(name, at: span))
    }
    guard let kind, let value, let label, let source else { return nil }
    func decode(_ node: YAMLNode, as type: CELType, key: String) -> CELValue? {
      context.named(key) { TypedValueDecoder.decode(node, as: type, context) }
    }
    guard let defaultValue = decode(value, as: kind.type, key: "default") else { return nil }
    // Of a list, each element must be allowed.
    let elementType = kind == .list ? CELType.string : kind.type
    let parameter = Parameter(
      name: name, kind: kind, defaultValue: defaultValue, defaultText: text(of: value),
      minimum: minimum.flatMap { decode($0, as: kind.type, key: "minimum") },
      maximum: maximum.flatMap { decode($0, as: kind.type, key: "maximum") },
      allowed: allowed.compactMap { decode($0, as: elementType, key: "allowed") }, label: label,
      source: source, span: value.span)
    checkBounds(defaultValue, of: parameter, at: value, context)
    return parameter
  }

  /// Returns a value for a parameter within its bounds, or `nil` after it was reported why there is
  /// none.
  package static func value(
    _ node: YAMLNode, for parameter: Parameter, _ context: DecodingContext
  ) -> CELValue? {
    let decoded = context.named(parameter.name) {
      TypedValueDecoder.decode(node, as: parameter.kind.type, context)
    }
    guard let value = decoded else { return nil }
    checkBounds(value, of: parameter, at: node, context)
    return value
  }

  /// Returns a value as written, for people.
  package static func text(of node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: node.text
    case .sequence: node.elements.map(\.text).joined(separator: ", ")
    case .mapping: ""
    }
  }

  private static func checkBounds(
    _ value: CELValue, of parameter: Parameter, at node: YAMLNode, _ context: DecodingContext
  ) {
    if let minimum = parameter.minimum, value.order(minimum) == .less {
      context.report(
        "parameter-bounds", CatalogMessages.belowMinimum(parameter, minimum), at: node)
    }
    if let maximum = parameter.maximum, value.order(maximum) == .greater {
      context.report(
        "parameter-bounds", CatalogMessages.aboveMaximum(parameter, maximum), at: node)
    }
    let parts = value.listValue?.elements ?? [value]
    let isAllowed = parts.allSatisfy { part in
      parameter.allowed.contains { $0.isEqual(to: part) }
    }
    if !parameter.allowed.isEmpty, !isAllowed {
      context.report("parameter-bounds", CatalogMessages.notAllowed(parameter), at: node)
    }
  }
}

extension Parameter.Source: YAMLTextDecodable {
  package static var expectation: LocalizedText {
    LocalizedText(
      zh: "要求的编号，或表示组织自定的 'policy'",
      en: "the name of a requirement, or 'policy' for the organisation's own choice")
  }

  package init?(yamlText text: String) {
    if text == "policy" {
      self = .policy
    } else if let id = RequirementID(yamlText: text) {
      self = .requirement(id)
    } else {
      return nil
    }
  }
}
