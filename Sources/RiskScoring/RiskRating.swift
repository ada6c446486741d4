// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ControlCatalog

/// A risk with the intermediate results of its calculation.
package struct RiskRating: Sendable, Hashable {
  /// What a rating starts from.
  package struct Inputs: Sendable, Hashable {
    /// The worth of the asset, 1 to 5.
    package let assetValue: Int
    /// The frequency of the threat, 1 to 5.
    package let threatFrequency: Int
    /// The severity of the vulnerability, 1 to 5.
    package let vulnerability: Int

    package init(assetValue: Int, threatFrequency: Int, vulnerability: Int) {
      self.assetValue = assetValue
      self.threatFrequency = threatFrequency
      self.vulnerability = vulnerability
    }
  }

  /// What it starts from.
  package let inputs: Inputs
  /// The likelihood of the incident as the method gives it.
  package let likelihood: Double
  /// The level of the likelihood, 1 to 5.
  package let likelihoodLevel: Int
  /// The loss as the method gives it.
  package let loss: Double
  /// The level of the loss, 1 to 5.
  package let lossLevel: Int
  /// The risk as the method gives it, a whole number.
  package let value: Int
  /// The level of the risk, 1 to 5.
  package let level: Int

  package init(_ inputs: Inputs, by method: RiskMethod) {
    switch method {
    case .matrix(let matrix): self.init(inputs, matrix: matrix)
    case .product(let product): self.init(inputs, product: product)
    case .levels(let levels): self.init(inputs, levels: levels)
    }
  }

  private init(_ inputs: Inputs, matrix: RiskMatrix) {
    self.inputs = inputs
    let column = inputs.vulnerability
    let likelihood = matrix.likelihood.value(row: inputs.threatFrequency, column: column)
    let loss = matrix.loss.value(row: inputs.assetValue, column: column)
    (self.likelihood, self.loss) = (Double(likelihood), Double(loss))
    likelihoodLevel = matrix.likelihood.level(of: likelihood)
    lossLevel = matrix.loss.level(of: loss)
    value = matrix.risk.value(row: lossLevel, column: likelihoodLevel)
    level = matrix.risk.level(of: value)
  }

  private init(_ inputs: Inputs, product: RiskProduct) {
    self.inputs = inputs
    likelihood = Double(inputs.threatFrequency * inputs.vulnerability).squareRoot()
    loss = Double(inputs.assetValue * inputs.vulnerability).squareRoot()
    likelihoodLevel = Int(likelihood.rounded())
    lossLevel = Int(loss.rounded())
    value = Int((likelihood * loss).rounded(.toNearestOrAwayFromZero))
    level = product.level(of: value)
  }

  private init(_ inputs: Inputs, levels: LevelMatrix) {
    self.inputs = inputs
    let harm = levels.harm == .assetValue ? inputs.assetValue : inputs.vulnerability
    let row = Self.place(of: inputs.threatFrequency, among: levels.likelihoodNames.count)
    let column = Self.place(of: harm, among: levels.harmNames.count)
    (likelihood, loss) = (Double(row), Double(column))
    (likelihoodLevel, lossLevel) = (inputs.threatFrequency, harm)
    level = levels.level(likelihood: row, harm: column)
    value = level
  }

  /// Returns where a level of 1 to 5 lies on a scale of other length, rounded up so that nothing is
  /// rated too low.
  private static func place(of level: Int, among count: Int) -> Int {
    (min(max(level, 1), 5) * count + 4) / 5
  }
}
