// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// An exception, and whether it holds.
  package struct Waiver: Codable, Hashable, Sendable {
    /// The waiver.
    package var id: String
    /// The control excepted.
    package var controlID: String
    /// Where; everywhere when empty.
    package var assetIDs: [String]
    /// Why.
    package var reason: LocalizedText
    /// Who approved it.
    package var approver: String
    /// The first day.
    package var from: String
    /// The last day.
    package var until: String
    /// Whether it holds.
    package var state: WaiverState
    /// The outcome under it.
    package var outcome: Outcome?

    private enum CodingKeys: String, CodingKey {
      case id, reason, approver, from, until, state, outcome
      case controlID = "control_id"
      case assetIDs = "asset_ids"
    }

    package init(
      id: String,
      controlID: String,
      assetIDs: [String] = [],
      reason: LocalizedText,
      approver: String,
      from: String,
      until: String,
      state: WaiverState,
      outcome: Outcome? = nil
    ) {
      self.id = id
      self.controlID = controlID
      self.assetIDs = assetIDs
      self.reason = reason
      self.approver = approver
      self.from = from
      self.until = until
      self.state = state
      self.outcome = outcome
    }
  }
}
