// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// Versions, authors, and what the report was made with.
  package struct DocumentControl: Codable, Hashable, Sendable {
    /// The version of Plumbline.
    package var toolVersion: String
    /// The catalogs of controls.
    package var catalogs: [CatalogReference]
    /// The selection of controls.
    package var profile: ProfileReference?
    /// Parameters that differ from the catalog.
    package var parameters: [ParameterSetting]
    /// Author, reviewer, approver.
    package var people: [Signature]
    /// The versions of the document.
    package var revisions: [Revision]
    /// Who receives it.
    package var distribution: [LocalizedText]

    private enum CodingKeys: String, CodingKey {
      case catalogs, profile, parameters, people, revisions, distribution
      case toolVersion = "tool_version"
    }

    package init(
      toolVersion: String,
      catalogs: [CatalogReference] = [],
      profile: ProfileReference? = nil,
      parameters: [ParameterSetting] = [],
      people: [Signature] = [],
      revisions: [Revision] = [],
      distribution: [LocalizedText] = []
    ) {
      self.toolVersion = toolVersion
      self.catalogs = catalogs
      self.profile = profile
      self.parameters = parameters
      self.people = people
      self.revisions = revisions
      self.distribution = distribution
    }
  }
}
