// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import YAMLTree

/// A scoring table of any kind.
enum ScoringTable: YAMLDecodable {
  case rateBands(RateBands)
  case riskMatrix(RiskMatrix)

  private enum Kind: String, YAMLEnumeration {
    case rateBands = "rate_bands"
    case riskMatrix = "risk_matrix"
  }

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.scoringTable) else { return nil }
    let kind = map.enumeration("kind", Kind.self)
    let source = ScoringSource(&map)
    switch kind {
    case .rateBands:
      let bands = RateBands(&map, source)
      map.finish()
      guard let bands else { return nil }
      self = .rateBands(bands)
    case .riskMatrix:
      let matrix = RiskMatrix(&map, source)
      map.finish()
      guard let matrix else { return nil }
      self = .riskMatrix(matrix)
    case nil:
      return nil
    }
  }
}

extension ScoringSource {
  fileprivate init?(_ map: inout MappingReader) {
    let id = map.required("id", String.self)
    let title = map.required("title", LocalizedText.self)
    let source = map.required("source", String.self)
    let standing = map.enumeration("standing", Requirement.Standing.self)
    let note = map.optional("note", LocalizedText.self)
    guard let id, let title, let source, let standing else { return nil }
    self.init(id: id, title: title, source: source, standing: standing, note: note)
  }
}

extension RateBands {
  fileprivate init?(_ map: inout MappingReader, _ source: ScoringSource?) {
    let formula = map.required("formula", LocalizedText.self)
    let bands = map.required("bands", Bands.self)
    let readings = map.required("readings", Readings.self)
    let names = map.required("names", Names.self)
    guard let source, let formula, let bands, let readings, let names else { return nil }
    self.init(
      source: source, formula: formula, upper: bands.upper, lower: bands.lower,
      readings: readings.readings, names: names.names)
  }

  private struct Bands: YAMLDecodable {
    let upper: Int
    let lower: Int

    init?(from node: YAMLNode, _ context: DecodingContext) {
      guard var map = context.mapping(node, of: CatalogMessages.bands) else { return nil }
      let upper = map.required("upper", Int.self, in: 0...100)
      let lower = map.required("lower", Int.self, in: 0...100)
      map.finish()
      guard let upper, let lower else { return nil }
      if lower > upper { context.report("empty-range", CatalogMessages.emptyRange, at: node) }
      (self.upper, self.lower) = (upper, lower)
    }
  }

  private struct Readings: YAMLDecodable {
    var readings: [OpenCase: Reading] = [:]

    init?(from node: YAMLNode, _ context: DecodingContext) {
      guard var map = context.mapping(node, of: CatalogMessages.readings) else { return nil }
      for openCase in OpenCase.allCases {
        readings[openCase] = map.required(openCase.rawValue, Reading.self)
      }
      map.finish()
    }
  }

  private struct Names: YAMLDecodable {
    var names: [Verdict: LocalizedText] = [:]

    init?(from node: YAMLNode, _ context: DecodingContext) {
      guard var map = context.mapping(node, of: CatalogMessages.names) else { return nil }
      for verdict in Verdict.allCases {
        names[verdict] = map.required(verdict.rawValue, LocalizedText.self)
      }
      map.finish()
    }
  }
}

extension RateBands.Reading: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.reading) else { return nil }
    let verdict = map.enumeration("conclusion", RateBands.Verdict.self)
    let standing = map.enumeration("standing", Requirement.Standing.self)
    let note = map.required("note", LocalizedText.self)
    map.finish()
    guard let verdict, let standing, let note else { return nil }
    self.init(verdict: verdict, standing: standing, note: note)
  }
}

extension RiskMatrix {
  fileprivate init?(_ map: inout MappingReader, _ source: ScoringSource?) {
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
