// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Assessment
package import ControlCatalog

/// A control as scoring rules see it: its weight, its groups, and what it came to for each asset.
package struct ScoredItem: Sendable, Hashable {
  /// The part of the multi-level protection scheme.
  package enum Part: String, Sendable, CaseIterable, Codable {
    /// Physical environment, networks, boundaries, computing environments, management centre.
    case technical
    /// Rules, organisation, staff, construction, operation.
    case management
  }

  /// The control.
  package let id: String
  /// The part.
  package let part: Part
  /// The class of test units that it belongs to, such as `CES`; the catalog when it has none.
  package let group: String
  /// The importance: 1 general, 2 important, 3 key.
  package let weight: Int
  /// What it came to for each asset.
  package let objects: [Outcome]

  package init(id: String, part: Part, group: String, weight: Int, objects: [Outcome]) {
    self.id = id
    self.part = part
    self.group = group
    self.weight = weight
    self.objects = objects
  }

  /// Whether it applies to an asset.
  package var isApplicable: Bool { objects.contains { $0 != .notApplicable } }

  /// How far it is met, 0 to 1: the mean over the assets that it applies to, one half for what is
  /// partly met. What is not known is not met.
  package var degree: Double {
    let applicable = objects.filter { $0 != .notApplicable }
    let sum = applicable.reduce(0.0) { $0 + $1.degree }
    return applicable.isEmpty ? 0 : sum / Double(applicable.count)
  }

  /// The same item, met for every asset.
  package var fixed: ScoredItem {
    ScoredItem(
      id: id, part: part, group: group, weight: weight,
      objects: objects.map { $0 == .notApplicable ? $0 : .pass })
  }
}

extension Outcome {
  /// How far a duty is met: 1, one half or 0. What is not known is not met.
  package var degree: Double {
    switch self {
    case .pass: 1
    case .partial: 0.5
    case .fail, .notApplicable, .notReviewed, .stale, .error: 0
    }
  }
}

extension ScoredItem {
  /// The classes of test units of GB/T 28448 that make up the technical part.
  private static let technicalClasses: Set = ["PES", "CNS", "ABS", "CES", "SMC"]

  /// - Parameter item: a control with its results.
  package init(_ item: ControlRollUp.Item, library: ControlLibrary) {
    let units = item.control.requirements.compactMap { library.requirement($0.id)?.unit }
    let classes = units.compactMap(Self.unitClass)
    let isTechnical =
      classes.first.map(Self.technicalClasses.contains)
      ?? item.control.checks.contains(where: \.isAutomated)
    self.init(
      id: item.control.id, part: isTechnical ? .technical : .management,
      group: classes.first ?? item.control.catalog, weight: item.control.weight,
      objects: item.results.map(\.outcome))
  }

  /// Returns the class of a test unit: `CES` of `L3-CES1-06`.
  private static func unitClass(_ unit: String) -> String? {
    let parts = unit.split(separator: "-")
    guard parts.count == 3 else { return nil }
    return String(parts[1].prefix { $0.isLetter })
  }
}
