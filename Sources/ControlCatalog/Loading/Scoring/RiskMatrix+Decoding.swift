// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import YAMLTree

extension RiskMatrix {
  init?(_ map: inout MappingReader, _ source: ScoringSource?) {
    let likelihood = map.required("likelihood", Table.self)
    let loss = map.required("loss", Table.self)
    let risk = map.required("risk", Table.self)
    let names = map.list("names", LocalizedText.self, atLeast: 5)
    guard let source, let likelihood, let loss, let risk, names.count == 5 else { return nil }
    self.init(source: source, likelihood: likelihood, loss: loss, risk: risk, names: names)
  }
}

extension RiskMatrix.Table: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.matrix) else { return nil }
    let values = map.list("values", [Int].self, atLeast: 5)
    let levels = map.list("levels", Int.self, atLeast: 5)
    map.finish()
    let isSquare = values.count == 5 && values.allSatisfy { $0.count == 5 }
    guard isSquare, levels.count == 5, levels == levels.sorted(), Set(levels).count == 5 else {
      context.report("matrix-shape", CatalogMessages.matrixShape, at: node)
      return nil
    }
    self.init(values: values, levels: levels)
  }
}
