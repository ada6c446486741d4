// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Score {
  /// The method of the MLPS report template 2021: each part begins with its share of 100 and loses,
  /// for each of its items, the weight times what is missing times 100 / n, but not below 0.
  init(deductingFrom items: [ScoredItem], concern: Double) {
    let unit = items.isEmpty ? 0 : 100 / Double(items.count)
    let rows = items.map { item in
      Row(
        item: item, weight: Double(item.weight), degree: item.degree,
        loss: Double(item.weight) * (1 - item.degree) * unit)
    }
    let parts = ScoredItem.Part.allCases.map { part in
      let maximum = 100 * (part == .technical ? concern : 1 - concern)
      let losses = rows.filter { $0.item.part == part }.reduce(0) { $0 + $1.loss }
      return Part(id: part.rawValue, value: max(0, maximum - losses), maximum: maximum)
    }
    self.init(
      value: items.isEmpty ? nil : parts.reduce(0) { $0 + $1.value }, parts: parts, rows: rows)
  }
}
