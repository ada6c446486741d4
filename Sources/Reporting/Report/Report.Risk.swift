// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// One risk.
  package struct Risk: Codable, Hashable, Sendable {
    /// The finding that it comes from.
    package var findingID: String
    /// The asset at risk.
    package var assetID: String
    /// What may happen.
    package var threat: LocalizedText
    /// 1 to 5.
    package var likelihood: Int
    /// 1 to 5.
    package var loss: Int
    /// 1 to 5.
    package var assetValue: Int?
    /// The level by the matrix.
    package var level: Level
    /// The matrix.
    package var matrixID: String
    /// How well the matrix is known.
    package var standing: Standing
    /// What lessens it already.
    package var treatment: LocalizedText?

    private enum CodingKeys: String, CodingKey {
      case threat, likelihood, loss, level, standing, treatment
      case findingID = "finding_id"
      case assetID = "asset_id"
      case assetValue = "asset_value"
      case matrixID = "matrix_id"
    }

    package init(
      findingID: String,
      assetID: String,
      threat: LocalizedText,
      likelihood: Int,
      loss: Int,
      assetValue: Int? = nil,
      level: Level,
      matrixID: String,
      standing: Standing,
      treatment: LocalizedText? = nil
    ) {
      self.findingID = findingID
      self.assetID = assetID
      self.threat = threat
      self.likelihood = likelihood
      self.loss = loss
      self.assetValue = assetValue
      self.level = level
      self.matrixID = matrixID
      self.standing = standing
      self.treatment = treatment
    }
  }
}
