// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A clause cited.
  package struct RequirementReference: Codable, Hashable, Sendable {
    /// The requirement.
    package var id: String
    /// Law and clause, such as "Cybersecurity Law, Article 23(3)".
    package var clause: LocalizedText
    /// What it demands, in short.
    package var title: LocalizedText

    package init(
      id: String,
      clause: LocalizedText,
      title: LocalizedText
    ) {
      self.id = id
      self.clause = clause
      self.title = title
    }
  }
}
