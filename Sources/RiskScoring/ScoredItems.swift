// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog

/// What conclusions are drawn from.
package struct ScoredItems: Sendable {
  /// The items.
  package let items: [ScoredItem]
  /// The outcomes of the items, one per control over all of its assets.
  package let tally: OutcomeTally
  /// The controls whose failure is taken for a major hazard (重大风险隐患).
  package let hazards: [String]
  /// The greatest level of a risk among the findings, 1 to 5; 0 when there is none.
  package let highestRisk: Int

  package init(_ items: [ScoredItem], hazards: [String] = [], highestRisk: Int = 0) {
    self.items = items
    self.hazards = hazards
    self.highestRisk = highestRisk
    tally = OutcomeTally(items.map { OutcomeSet($0.objects).outcome(.all) })
  }
}
