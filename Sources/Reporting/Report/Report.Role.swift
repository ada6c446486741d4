// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// What a person does for the report.
  package enum Role: String, Codable, CaseIterable, Hashable, Sendable {
    /// Carried out the assessment.
    case author
    /// Checked it.
    case reviewer
    /// Approved it.
    case approver
    /// A certifier's assessor.
    case assessor
    /// A certifier's technical lead.
    case technicalLead = "technical_lead"
  }
}
