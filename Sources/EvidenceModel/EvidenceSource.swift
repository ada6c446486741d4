// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

/// A file that was read or a command that was run for an observation.
package struct EvidenceSource: Sendable, Hashable {
  /// Where evidence comes from.
  package enum Kind: String, Sendable, Hashable {
    /// A file of the host; the name is its path.
    case file
    /// A program run on the host; the name is its command line.
    case command
  }

  /// Whether it is a file or a command.
  package var kind: Kind
  /// The path, or the command line.
  package var name: String
  /// The SHA-256 of the bytes read, or of the command's output.
  package var sha256: String?
  /// The number of bytes read.
  package var size: Int64?
  /// When the file was last written.
  package var modified: Instant?

  package init(
    _ kind: Kind, _ name: String, sha256: String? = nil, size: Int64? = nil,
    modified: Instant? = nil
  ) {
    self.kind = kind
    self.name = name
    self.sha256 = sha256
    self.size = size
    self.modified = modified
  }
}

/// Where one part of an observation's value was read.
package struct Origin: Sendable, Hashable {
  /// The access path within the value: names of fields and decimal indexes of lists.
  package var path: [String]
  /// The index into the observation's sources.
  package var source: Int
  /// The line in that source, from 1.
  package var line: Int?

  package init(_ path: [String], source: Int, line: Int? = nil) {
    self.path = path
    self.source = source
    self.line = line
  }
}

/// A place that a trace can print, such as `/etc/ssh/sshd_config:17`.
package struct EvidenceOrigin: Sendable, Hashable, CustomStringConvertible {
  /// The file or command.
  package var source: EvidenceSource
  /// The line, from 1.
  package var line: Int?

  package var description: String { line.map { "\(source.name):\($0)" } ?? source.name }
}

/// A secret or a personal number that was taken out before the observation left the collector.
package struct Redaction: Sendable, Hashable {
  /// What a redacted text was.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A private key in PEM.
    case privateKey = "private_key"
    /// A password, or a passphrase.
    case password
    /// A token, an access key or another shared secret.
    case token
    /// A password as a crypt(3) or LDAP hash.
    case passwordHash = "password_hash"
    /// The number of a Chinese resident identity card.
    case identityCard = "identity_card"
    /// A Chinese mobile number.
    case mobileNumber = "mobile_number"
    /// The number of a bank card.
    case bankCard = "bank_card"
  }

  /// The access path of the text within the value; empty for a text beside the value.
  package var path: [String]
  /// What it was.
  package var kind: Kind
  /// Its length in UTF-8 bytes.
  package var length: Int

  package init(_ path: [String], _ kind: Kind, length: Int) {
    self.path = path
    self.kind = kind
    self.length = length
  }
}
