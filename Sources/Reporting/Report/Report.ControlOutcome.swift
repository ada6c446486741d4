// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// What a control came to over all assets.
  package struct ControlOutcome: Codable, Hashable, Sendable {
    /// The control.
    package var controlID: String
    /// The outcome.
    package var outcome: Outcome

    private enum CodingKeys: String, CodingKey {
      case outcome
      case controlID = "control_id"
    }

    package init(
      controlID: String,
      outcome: Outcome
    ) {
      self.controlID = controlID
      self.outcome = outcome
    }
  }
}
