// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import Diagnostics

/// A rate of met items read by bands.
///
/// Source of the default rule: letter 公网安〔2025〕1846号 of 2025-04-27, questions 17 to 22.
struct RateReading {
  /// What it comes to.
  let verdict: Conclusion.Verdict
  /// How the open cases are read, the one at hand first.
  let notes: [LocalizedText]

  init(_ tally: OutcomeTally, hazards: Int, by rule: RateBands) {
    let (verdict, openCase) = Self.verdict(tally, hazards: hazards, by: rule)
    self.verdict =
      verdict == .none
      ? .none
      : Conclusion.Verdict(
        id: verdict.rawValue,
        name: rule.names[verdict] ?? LocalizedText(verbatim: verdict.rawValue),
        tone: verdict.tone)
    notes = RateBands.OpenCase.allCases.sorted { a, _ in a == openCase }
      .compactMap { rule.readings[$0]?.note }
  }

  private static func verdict(
    _ tally: OutcomeTally, hazards: Int, by rule: RateBands
  ) -> (RateBands.Verdict, RateBands.OpenCase?) {
    if tally.conclusive == 0 { return (.none, nil) }
    let upper = tally.rate.compared(toPercent: rule.upper)
    let lower = tally.rate.compared(toPercent: rule.lower)
    if upper > 0 { return hazards == 0 ? (.met, nil) : read(.aboveUpperWithHazard, by: rule) }
    if upper == 0 { return read(.atUpper, by: rule) }
    if lower > 0 { return (.basicallyMet, nil) }
    return lower == 0 ? read(.atLower, by: rule) : (.notMet, nil)
  }

  /// Returns how the rule reads an open case; basically met when it does not say.
  private static func read(
    _ openCase: RateBands.OpenCase, by rule: RateBands
  ) -> (RateBands.Verdict, RateBands.OpenCase?) {
    (rule.readings[openCase]?.verdict ?? .basicallyMet, openCase)
  }
}

extension RateBands.Verdict {
  /// How good the verdict is.
  fileprivate var tone: ScoreRule.Tone? {
    switch self {
    case .met: .good
    case .basicallyMet: .fair
    case .notMet: .poor
    case .none: nil
    }
  }
}
