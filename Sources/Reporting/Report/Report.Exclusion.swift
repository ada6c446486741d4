// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A control left out of the assessment.
  package struct Exclusion: Codable, Hashable, Sendable {
    /// The control.
    package var controlID: String
    /// Its title.
    package var title: LocalizedText?
    /// Why.
    package var reason: LocalizedText

    private enum CodingKeys: String, CodingKey {
      case title, reason
      case controlID = "control_id"
    }

    package init(
      controlID: String,
      title: LocalizedText? = nil,
      reason: LocalizedText
    ) {
      self.controlID = controlID
      self.title = title
      self.reason = reason
    }
  }
}
