// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// What the controls of one requirement came to.
  package struct RequirementResult: Codable, Hashable, Sendable {
    /// The requirement.
    package var id: String
    /// The law or standard.
    package var sourceID: String
    /// The article or clause.
    package var clause: LocalizedText
    /// What it demands, in short.
    package var title: LocalizedText
    /// The result; `nil` when no control of the profile covers it.
    package var outcome: Outcome?
    /// The controls that cover it.
    package var controls: [ControlOutcome]
    /// How well the text is known.
    package var standing: Standing
    /// A caveat.
    package var note: LocalizedText?

    private enum CodingKeys: String, CodingKey {
      case id, clause, title, outcome, controls, standing, note
      case sourceID = "source_id"
    }

    package init(
      id: String,
      sourceID: String,
      clause: LocalizedText,
      title: LocalizedText,
      outcome: Outcome? = nil,
      controls: [ControlOutcome] = [],
      standing: Standing,
      note: LocalizedText? = nil
    ) {
      self.id = id
      self.sourceID = sourceID
      self.clause = clause
      self.title = title
      self.outcome = outcome
      self.controls = controls
      self.standing = standing
      self.note = note
    }
  }
}
