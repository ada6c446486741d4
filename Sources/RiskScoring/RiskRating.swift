// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ControlCatalog

/// A risk by the matrix method of GB/T 20984, with its intermediate results.
package struct RiskRating: Sendable, Hashable {
  /// The worth of the asset, 1 to 5.
  package let assetValue: Int
  /// The frequency of the threat, 1 to 5.
  package let threatFrequency: Int
  /// The severity of the vulnerability, 1 to 5.
  package let vulnerability: Int
  /// The likelihood of the incident as the matrix gives it, and its level.
  package let likelihood: Int
  /// The level of the likelihood, 1 to 5.
  package let likelihoodLevel: Int
  /// The loss as the matrix gives it.
  package let loss: Int
  /// The level of the loss, 1 to 5.
  package let lossLevel: Int
  /// The risk as the matrix gives it.
  package let value: Int
  /// The level of the risk, 1 to 5.
  package let level: Int

  package init(
    assetValue: Int, threatFrequency: Int, vulnerability: Int, matrix: RiskMatrix
  ) {
    self.assetValue = assetValue
    self.threatFrequency = threatFrequency
    self.vulnerability = vulnerability
    likelihood = matrix.likelihood.value(row: threatFrequency, column: vulnerability)
    likelihoodLevel = matrix.likelihood.level(of: likelihood)
    loss = matrix.loss.value(row: assetValue, column: vulnerability)
    lossLevel = matrix.loss.level(of: loss)
    value = matrix.risk.value(row: lossLevel, column: likelihoodLevel)
    level = matrix.risk.level(of: value)
  }
}
