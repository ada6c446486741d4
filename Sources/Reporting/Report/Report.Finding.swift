// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A control that an asset does not meet, or of which that could not be said.
  package struct Finding: Codable, Hashable, Sendable {
    /// The finding, such as `DAT-LOG-01@web-1`.
    package var id: String
    /// The control.
    package var controlID: String
    /// The asset.
    package var assetID: String
    /// What the control came to.
    package var outcome: Outcome
    /// How grave the catalog holds it.
    package var severity: Severity
    /// The risk found.
    package var riskLevel: Level?
    /// Whether it counts as a major hazard.
    package var isMajorHazard: Bool
    /// The duty in a line.
    package var title: LocalizedText
    /// The duty.
    package var statement: LocalizedText
    /// Why it matters.
    package var rationale: LocalizedText?
    /// What was found.
    package var message: LocalizedText
    /// The law and standards behind it.
    package var requirements: [RequirementReference]
    /// The checks that did not pass, with their trace.
    package var checks: [CheckRecord]
    /// The active waiver over it.
    package var waiverID: String?

    private enum CodingKeys: String, CodingKey {
      case id, outcome, severity, title, statement, rationale, message, requirements, checks
      case controlID = "control_id"
      case assetID = "asset_id"
      case riskLevel = "risk_level"
      case isMajorHazard = "is_major_hazard"
      case waiverID = "waiver_id"
    }

    package init(
      id: String,
      controlID: String,
      assetID: String,
      outcome: Outcome,
      severity: Severity,
      riskLevel: Level? = nil,
      isMajorHazard: Bool = false,
      title: LocalizedText,
      statement: LocalizedText,
      rationale: LocalizedText? = nil,
      message: LocalizedText,
      requirements: [RequirementReference] = [],
      checks: [CheckRecord] = [],
      waiverID: String? = nil
    ) {
      self.id = id
      self.controlID = controlID
      self.assetID = assetID
      self.outcome = outcome
      self.severity = severity
      self.riskLevel = riskLevel
      self.isMajorHazard = isMajorHazard
      self.title = title
      self.statement = statement
      self.rationale = rationale
      self.message = message
      self.requirements = requirements
      self.checks = checks
      self.waiverID = waiverID
    }
  }
}
