// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import YAMLTree

extension CatalogInfo: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.catalog) else { return nil }
    let id = map.required("id", String.self)
    let title = map.required("title", LocalizedText.self)
    let description = map.required("description", LocalizedText.self)
    let version = map.required("version", String.self)
    controls = map.list("controls", Located<String>.self, atLeast: 1)
    map.finish()
    guard let id, let title, let description, let version else { return nil }
    (self.id, self.title, self.description, self.version) = (id, title, description, version)
  }
}
