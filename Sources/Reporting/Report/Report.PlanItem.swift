// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// One measure.
  package struct PlanItem: Codable, Hashable, Sendable {
    /// The measure.
    package var id: String
    /// 1 at once to 4 when convenient.
    package var priority: Int
    /// What to do.
    package var action: LocalizedText
    /// How long it takes.
    package var effort: Effort
    /// The controls that it would meet.
    package var controlIDs: [String]
    /// The findings that it would close.
    package var findingIDs: [String]
    /// Where.
    package var assetIDs: [String]
    /// How many more controls would count as met.
    package var gain: Int
    /// Whether it may wait for a later period.
    package var isDeferrable: Bool
    /// Who does it.
    package var owner: String?
    /// By when.
    package var due: String?

    private enum CodingKeys: String, CodingKey {
      case id, priority, action, effort, gain, owner, due
      case controlIDs = "control_ids"
      case findingIDs = "finding_ids"
      case assetIDs = "asset_ids"
      case isDeferrable = "is_deferrable"
    }

    package init(
      id: String,
      priority: Int,
      action: LocalizedText,
      effort: Effort,
      controlIDs: [String] = [],
      findingIDs: [String] = [],
      assetIDs: [String] = [],
      gain: Int = 0,
      isDeferrable: Bool = true,
      owner: String? = nil,
      due: String? = nil
    ) {
      self.id = id
      self.priority = priority
      self.action = action
      self.effort = effort
      self.controlIDs = controlIDs
      self.findingIDs = findingIDs
      self.assetIDs = assetIDs
      self.gain = gain
      self.isDeferrable = isDeferrable
      self.owner = owner
      self.due = due
    }
  }
}
