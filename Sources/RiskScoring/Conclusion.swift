// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
package import ControlCatalog

/// The verdict of a whole assessment by a rate of met items, with all that went into it.
///
/// Source of the default rule: letter 公网安〔2025〕1846号 of 2025-04-27, questions 17 to 22.
package struct Conclusion: Sendable {
  /// The rule.
  package let rule: RateBands
  /// The outcomes of the items, one per control over all of its assets.
  package let tally: OutcomeTally
  /// The controls whose failure is taken for a major hazard (重大风险隐患).
  package let hazards: [String]
  /// The verdict.
  package let verdict: RateBands.Verdict
  /// The case in which the rule's source leaves the verdict open.
  package let openCase: RateBands.OpenCase?

  /// Concludes from the outcomes of the items.
  ///
  /// An item that is partly met, not reviewed, stale or in error counts as applicable and not met.
  package init(rule: RateBands, tally: OutcomeTally, hazards: [String]) {
    self.rule = rule
    self.tally = tally
    self.hazards = hazards
    let rate = tally.rate
    let upper = rate.compared(toPercent: rule.upper)
    let lower = rate.compared(toPercent: rule.lower)
    if tally.conclusive == 0 {
      (verdict, openCase) = (.none, nil)
    } else if upper > 0 && !hazards.isEmpty {
      (verdict, openCase) = Self.read(.aboveUpperWithHazard, by: rule)
    } else if upper > 0 {
      (verdict, openCase) = (.met, nil)
    } else if upper == 0 {
      (verdict, openCase) = Self.read(.atUpper, by: rule)
    } else if lower > 0 {
      (verdict, openCase) = (.basicallyMet, nil)
    } else if lower == 0 {
      (verdict, openCase) = Self.read(.atLower, by: rule)
    } else {
      (verdict, openCase) = (.notMet, nil)
    }
  }

  /// Returns how the rule reads an open case; basically met when it does not say.
  private static func read(
    _ openCase: RateBands.OpenCase, by rule: RateBands
  ) -> (RateBands.Verdict, RateBands.OpenCase?) {
    (rule.readings[openCase]?.verdict ?? .basicallyMet, openCase)
  }
}
