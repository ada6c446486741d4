// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ControlCatalog
package import Diagnostics
package import EvidenceModel

/// A thing that is assessed: the organisation itself, a system or a host.
package struct Asset: Sendable {
  /// How much the enterprise depends on it, in the terms of the MLPS report template.
  package enum Importance: String, Sendable, CaseIterable, Codable {
    /// A failure stops the business (关键).
    case key
    /// A failure hinders the business (重要).
    case important
    /// A failure is an inconvenience (一般).
    case general
  }

  /// The worth of confidentiality, integrity and availability, 1 very low to 5 very high
  /// (GB/T 20984).
  package struct Value: Sendable, Hashable {
    /// The harm when it becomes known.
    package var confidentiality: Int
    /// The harm when it is altered.
    package var integrity: Int
    /// The harm when it cannot be used.
    package var availability: Int

    package init(confidentiality: Int = 3, integrity: Int = 3, availability: Int = 3) {
      self.confidentiality = confidentiality
      self.integrity = integrity
      self.availability = availability
    }

    /// The worth as a whole: the greatest of the three.
    package var overall: Int { max(confidentiality, integrity, availability) }
  }

  /// How its evidence is reached.
  package enum Access: Sendable, Hashable {
    /// It is the computer that the program runs on.
    case local
    /// Its files lie below a folder, such as an unpacked image or a backup.
    case root(String)
    /// It is a running machine that the OpenSSH client reaches.
    case ssh(SSHTarget)
    /// Its evidence was collected before, into a bundle file.
    case bundle(String)
    /// Its evidence is the records of the assessment folder; so it is for the enterprise itself.
    case records
    /// Nothing is collected from it; questions are answered for it.
    case none
  }

  /// The asset that stands for the enterprise as a whole.
  package static let organizationID = "organization"

  /// The name in files.
  package let id: String
  /// The name for people.
  package let name: LocalizedText
  /// What kind of thing it is.
  package let kind: Subject
  /// How much depends on it.
  package let importance: Importance
  /// What it is worth.
  package let value: Value
  /// How its evidence is reached.
  package let access: Access

  package init(
    id: String, name: LocalizedText, kind: Subject, importance: Importance = .important,
    value: Value = Value(), access: Access
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.importance = importance
    self.value = value
    self.access = access
  }

  /// Returns the asset with its evidence reached in another way.
  package func with(access: Access) -> Asset {
    Asset(
      id: id, name: name, kind: kind, importance: importance, value: value, access: access)
  }
}
