// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import YAMLTree

extension RateBands {
  init?(_ map: inout MappingReader, _ source: ScoringSource?) {
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
