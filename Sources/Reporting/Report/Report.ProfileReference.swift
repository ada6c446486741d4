// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// The profile that selected the controls.
  package struct ProfileReference: Codable, Hashable, Sendable {
    /// The profile.
    package var id: String
    /// Its title.
    package var title: LocalizedText
    /// How many controls it selects.
    package var controls: Int

    package init(
      id: String,
      title: LocalizedText,
      controls: Int
    ) {
      self.id = id
      self.title = title
      self.controls = controls
    }
  }
}
