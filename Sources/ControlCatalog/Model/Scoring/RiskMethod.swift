// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A way to rate a risk.
package enum RiskMethod: Sendable {
  /// By three matrices.
  case matrix(RiskMatrix)
  /// By products.
  case product(RiskProduct)
  /// By one table of likelihood and harm.
  case levels(LevelMatrix)

  /// Where the method comes from.
  package var source: ScoringSource {
    switch self {
    case .matrix(let method): method.source
    case .product(let method): method.source
    case .levels(let method): method.source
    }
  }

  /// The names of risk levels 1 to 5.
  package var names: [LocalizedText] {
    switch self {
    case .matrix(let method): method.names
    case .product(let method): method.names
    case .levels(let method): method.names
    }
  }
}
