// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A law or standard, in the version used.
  package struct Source: Codable, Hashable, Sendable {
    /// The register's identifier.
    package var id: String
    /// Such as `law` or `standard`.
    package var kind: String
    /// Its title.
    package var title: LocalizedText
    /// The version.
    package var version: LocalizedText?
    /// The first day in force.
    package var inForceFrom: String?
    /// The last day in force.
    package var inForceUntil: String?
    /// The weakest standing among the requirements used.
    package var standing: Standing
    /// How many of its requirements were used.
    package var requirements: Int

    private enum CodingKeys: String, CodingKey {
      case id, kind, title, version, standing, requirements
      case inForceFrom = "in_force_from"
      case inForceUntil = "in_force_until"
    }

    package init(
      id: String,
      kind: String,
      title: LocalizedText,
      version: LocalizedText? = nil,
      inForceFrom: String? = nil,
      inForceUntil: String? = nil,
      standing: Standing,
      requirements: Int = 0
    ) {
      self.id = id
      self.kind = kind
      self.title = title
      self.version = version
      self.inForceFrom = inForceFrom
      self.inForceUntil = inForceUntil
      self.standing = standing
      self.requirements = requirements
    }
  }
}
