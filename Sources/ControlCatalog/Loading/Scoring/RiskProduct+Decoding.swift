// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import YAMLTree

extension RiskProduct {
  init?(_ map: inout MappingReader, _ source: ScoringSource?) {
    let levels = map.required("levels", RisingLevels.self)
    let names = map.list("names", LocalizedText.self, atLeast: 5)
    guard let source, let levels, names.count == 5 else { return nil }
    self.init(source: source, levels: levels.values, names: names)
  }
}

/// The greatest values of five levels.
private struct RisingLevels: YAMLDecodable {
  let values: [Int]

  init?(from node: YAMLNode, _ context: DecodingContext) {
    let values = context.list(node, of: Int.self)
    guard values.count == 5, values == values.sorted(), Set(values).count == 5 else {
      context.report("matrix-shape", CatalogMessages.risingLevels, at: node)
      return nil
    }
    self.values = values
  }
}
