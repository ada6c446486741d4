// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// A role and who fills it; a line to sign where nobody is named.
  package struct Signature: Codable, Hashable, Sendable {
    /// The role.
    package var role: Role
    /// The person.
    package var name: String?
    /// The day of the signature.
    package var date: String?

    package init(
      role: Role,
      name: String? = nil,
      date: String? = nil
    ) {
      self.role = role
      self.name = name
      self.date = date
    }
  }
}
