// Plumbline
// SPDX-License-Identifier: Apache-2.0

import YAMLTree

/// A scoring table of any kind.
enum ScoringTable: YAMLDecodable {
  case conclusion(ConclusionRule)
  case risk(RiskMethod)

  /// The values of the key `kind`.
  private enum Kind: String, YAMLEnumeration {
    case rateBands = "rate_bands"
    case deduction
    case averageDefect = "average_defect"
    case groupedMean = "grouped_mean"
    case flatMean = "flat_mean"
    case riskMatrix = "risk_matrix"
    case riskProduct = "risk_product"
    case levelMatrix = "level_matrix"
  }

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.scoringTable) else { return nil }
    let kind = map.enumeration("kind", Kind.self)
    let source = ScoringSource(&map)
    guard let kind else { return nil }
    let table = Self.table(kind, &map, source)
    map.finish()
    guard let table else { return nil }
    self = table
  }

  private static func table(
    _ kind: Kind, _ map: inout MappingReader, _ source: ScoringSource?
  ) -> ScoringTable? {
    switch kind {
    case .rateBands: RateBands(&map, source).map { .conclusion(.rateBands($0)) }
    case .deduction: ScoreRule(deduction: &map, source).map { .conclusion(.score($0)) }
    case .averageDefect: ScoreRule(averageDefect: &map, source).map { .conclusion(.score($0)) }
    case .groupedMean:
      ScoreRule(&map, source, method: .groupedMean).map { .conclusion(.score($0)) }
    case .flatMean: ScoreRule(&map, source, method: .flatMean).map { .conclusion(.score($0)) }
    case .riskMatrix: RiskMatrix(&map, source).map { .risk(.matrix($0)) }
    case .riskProduct: RiskProduct(&map, source).map { .risk(.product($0)) }
    case .levelMatrix: LevelMatrix(&map, source).map { .risk(.levels($0)) }
    }
  }
}
