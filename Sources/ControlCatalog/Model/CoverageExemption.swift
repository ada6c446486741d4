// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import YAMLTree

/// A requirement that no control needs to cite, because it binds no operator.
package struct CoverageExemption: Sendable {
  /// The requirement.
  package let requirement: RequirementID
  /// Why it binds no operator.
  package let reason: LocalizedText
  /// Where that is said.
  package let span: SourceSpan
}

extension CoverageExemption: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.exemption) else { return nil }
    let id = map.required("id", RequirementID.self)
    let reason = map.required("reason", LocalizedText.self)
    map.finish()
    guard let id, let reason else { return nil }
    (requirement, self.reason) = (id, reason)
    span = node.span
  }
}

/// The file `coverage.yaml`.
struct CoverageExemptions: YAMLDecodable {
  let exemptions: [CoverageExemption]

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.exemptionFile) else { return nil }
    exemptions = map.list("exempt", CoverageExemption.self)
    map.finish()
  }
}
