// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import FoundationEssentials

/// The scoring tables of the folder `Controls`.
enum ShippedScoring {
  static let tables: ScoringTables = {
    let package = String(#filePath).split(separator: "/").dropLast(3).joined(separator: "/")
    guard let files = try? LibraryFolder.files(at: "/\(package)/Controls") else {
      fatalError("the folder Controls cannot be read")
    }
    return LibraryLoader(collectors: []).load(files.filter { $0.path.hasPrefix("scoring/") })
      .scoring
  }()

  static func score(_ id: String) -> ScoreRule {
    guard case .score(let rule)? = tables.conclusion(id) else { fatalError("no score rule \(id)") }
    return rule
  }

  static func risk(_ id: String) -> RiskMethod {
    guard let method = tables.risk(id) else { fatalError("no way to rate risks \(id)") }
    return method
  }
}
