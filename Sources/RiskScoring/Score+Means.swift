// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment

extension Score {
  /// The method of the MLPS report template 2019: 100 less the mean, over the classes in use, of the
  /// weighted share of defects among a class's items and objects; half a defect for what is partly
  /// met.
  init(averaging items: [ScoredItem], weights: [Double]) {
    let groups = Dictionary(grouping: items, by: \.group).sorted { $0.key < $1.key }
    func weight(_ item: ScoredItem) -> Double {
      weights[min(max(item.weight, 1), weights.count) - 1]
    }
    func objects(_ item: ScoredItem) -> Double {
      Double(item.objects.count { $0 != .notApplicable })
    }
    var rows: [Row] = []
    let parts = groups.map { group, items in
      let whole = items.reduce(0) { $0 + weight($1) * objects($1) }
      let share = 100 / Double(groups.count)
      let made = items.map { item in
        Row(
          item: item, weight: weight(item), degree: item.degree,
          loss: share * weight(item) * objects(item) * (1 - item.degree) / whole)
      }
      rows += made
      return Part(id: group, value: share - made.reduce(0) { $0 + $1.loss }, maximum: share)
    }
    self.init(summing: parts, rows: rows)
  }

  /// The model `default` of XCCDF 1.2, 7.3: the mean of the groups, each the weighted mean of its
  /// rules. Only what is wholly met counts.
  init(groupedMeanOf items: [ScoredItem]) {
    let groups = Dictionary(grouping: items, by: \.group).sorted { $0.key < $1.key }
    var rows: [Row] = []
    let parts = groups.map { group, items in
      let share = 100 / Double(groups.count)
      let made = Self.weighted(items, share: share)
      rows += made
      return Part(id: group, value: share - made.reduce(0) { $0 + $1.loss }, maximum: share)
    }
    self.init(summing: parts, rows: rows)
  }

  /// The model `flat` of XCCDF 1.2, 7.3: the weights of what is wholly met out of all weights.
  init(flatMeanOf items: [ScoredItem]) {
    let rows = Self.weighted(items, share: 100)
    self.init(
      value: items.isEmpty ? nil : 100 - rows.reduce(0) { $0 + $1.loss }, parts: [], rows: rows)
  }

  /// Returns what items cost that share points by their weights.
  private static func weighted(_ items: [ScoredItem], share: Double) -> [Row] {
    let whole = items.reduce(0) { $0 + Double($1.weight) }
    return items.map { item in
      let degree = item.degree == 1 ? 1.0 : 0
      return Row(
        item: item, weight: Double(item.weight), degree: degree,
        loss: share * Double(item.weight) * (1 - degree) / whole)
    }
  }

  private init(summing parts: [Part], rows: [Row]) {
    self.init(
      value: parts.isEmpty ? nil : parts.reduce(0) { $0 + $1.value }, parts: parts,
      rows: rows.sorted { $0.item.id < $1.item.id })
  }
}
