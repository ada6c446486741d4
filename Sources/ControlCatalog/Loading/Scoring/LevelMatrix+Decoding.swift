// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import YAMLTree

extension LevelMatrix {
  init?(_ map: inout MappingReader, _ source: ScoringSource?) {
    let harm = map.enumeration("harm", Harm.self)
    let likelihoodNames = map.list("likelihood_names", LocalizedText.self, atLeast: 2)
    let harmNames = map.list("harm_names", LocalizedText.self, atLeast: 2)
    let table = map.required("levels", LevelTable.self)
    let names = map.list("names", LocalizedText.self, atLeast: 5)
    guard let source, let harm, let table, names.count == 5,
      table.fits(rows: likelihoodNames.count, columns: harmNames.count)
    else { return nil }
    self.init(
      source: source, harm: harm, likelihoodNames: likelihoodNames, harmNames: harmNames,
      values: table.values, names: names)
  }
}

/// Rows of risk levels.
private struct LevelTable: YAMLDecodable {
  let values: [[Int]]
  private let context: DecodingContext
  private let node: YAMLNode

  init?(from node: YAMLNode, _ context: DecodingContext) {
    values = context.list(node, of: [Int].self)
    self.context = context
    self.node = node
    if !values.allSatisfy({ $0.allSatisfy((1...5).contains) }) {
      context.report("matrix-shape", CatalogMessages.riskLevels, at: node)
      return nil
    }
  }

  /// Whether there is a row for each name of a likelihood and a column for each of a harm.
  func fits(rows: Int, columns: Int) -> Bool {
    if values.count == rows, values.allSatisfy({ $0.count == columns }) { return true }
    context.report("matrix-shape", CatalogMessages.matrixFits(rows, columns), at: node)
    return false
  }
}
