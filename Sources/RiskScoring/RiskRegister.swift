// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Assessment
package import ControlCatalog

/// The risk of each finding.
package struct RiskRegister: Sendable {
  /// The risk of one finding.
  package struct Entry: Sendable {
    /// The finding.
    package let result: ControlResult
    /// The risk that it leaves.
    package let rating: RiskRating
  }

  /// How risks are rated.
  package let method: RiskMethod
  /// The entries, the greatest risk first.
  package let entries: [Entry]

  /// Rates every result that is a finding: the asset's worth, the threat's frequency from the
  /// control, and the control's severity as that of the vulnerability.
  package init(_ results: [ControlResult], method: RiskMethod) {
    self.method = method
    let rated = results.filter(\.outcome.isFinding).map { result in
      Entry(
        result: result,
        rating: RiskRating(RiskRating.Inputs(result), by: method))
    }
    entries = rated.enumerated().sorted { a, b in
      a.element.rating.value != b.element.rating.value
        ? a.element.rating.value > b.element.rating.value : a.offset < b.offset
    }.map(\.element)
  }
}

extension RiskRating.Inputs {
  fileprivate init(_ result: ControlResult) {
    self.init(
      assetValue: result.asset.value.overall, threatFrequency: result.control.risk.likelihood,
      vulnerability: result.control.severity.vulnerabilityLevel)
  }
}
