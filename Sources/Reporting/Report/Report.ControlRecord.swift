// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// What one control came to for one asset, check by check.
  package struct ControlRecord: Codable, Hashable, Sendable {
    /// The control.
    package var controlID: String
    /// The asset.
    package var assetID: String
    /// The duty in a line.
    package var title: LocalizedText
    /// What it came to.
    package var outcome: Outcome
    /// How grave the catalog holds it.
    package var severity: Severity
    /// 1 general, 2 important, 3 key.
    package var weight: Int
    /// How its checks make up its outcome.
    package var verdict: String
    /// Why it came to that, such as why it does not apply.
    package var reason: LocalizedText?
    /// The requirements behind it.
    package var requirementIDs: [String]
    /// Its checks, without their traces.
    package var checks: [CheckRecord]
    /// The finding made of it.
    package var findingID: String?

    private enum CodingKeys: String, CodingKey {
      case title, outcome, severity, weight, verdict, reason, checks
      case controlID = "control_id"
      case assetID = "asset_id"
      case requirementIDs = "requirement_ids"
      case findingID = "finding_id"
    }

    package init(
      controlID: String,
      assetID: String,
      title: LocalizedText,
      outcome: Outcome,
      severity: Severity,
      weight: Int = 1,
      verdict: String = "all",
      reason: LocalizedText? = nil,
      requirementIDs: [String] = [],
      checks: [CheckRecord] = [],
      findingID: String? = nil
    ) {
      self.controlID = controlID
      self.assetID = assetID
      self.title = title
      self.outcome = outcome
      self.severity = severity
      self.weight = weight
      self.verdict = verdict
      self.reason = reason
      self.requirementIDs = requirementIDs
      self.checks = checks
      self.findingID = findingID
    }
  }
}
