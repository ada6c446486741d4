// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A rule that draws a conclusion from the outcomes of the controls.
package enum ConclusionRule: Sendable {
  /// By the rate of met items.
  case rateBands(RateBands)
  /// By a score.
  case score(ScoreRule)

  /// Where the rule comes from.
  package var source: ScoringSource {
    switch self {
    case .rateBands(let rule): rule.source
    case .score(let rule): rule.source
    }
  }

  /// The formula, for people.
  package var formula: LocalizedText {
    switch self {
    case .rateBands(let rule): rule.formula
    case .score(let rule): rule.formula
    }
  }
}
