// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The line that is signed for a bundle: its SHA-256 and its name, as `sha256sum` prints them.
///
/// A line and not the bundle itself is signed because Ed25519 reads what it signs twice, and a
/// bundle may be large. So two common tools check all, without this program:
///
///     sha256sum -c web-1.json.sha256
///     openssl pkeyutl -verify -pubin -inkey KEY.pem -rawin -in web-1.json.sha256 \
///       -sigfile web-1.json.sig
package struct BundleChecksum: Sendable, Hashable {
  /// What the file of the line is called, after the name of the bundle.
  package static let checksumSuffix = ".sha256"
  /// What the file of the signature is called, after the name of the bundle.
  package static let signatureSuffix = ".sig"

  /// The SHA-256 of the bundle's file, as 64 lower-case hexadecimal digits.
  package let digest: String
  /// The name of the file, without folders.
  package let name: String

  package init(digest: String, name: String) {
    self.digest = digest
    self.name = name
  }

  /// Reads a line as `sha256sum` prints it; `nil` for another text.
  package init?(line: [UInt8]) {
    guard line.last == 0x0A, line.count > 67, line[64] == 0x20,
      line[65] == 0x20 || line[65] == UInt8(ascii: "*"),
      line[..<64].allSatisfy({ byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte
          || (UInt8(ascii: "a")...UInt8(ascii: "f")) ~= byte
      }), !line.dropLast().contains(0x0A)
    else { return nil }
    digest = String(decoding: line[..<64], as: UTF8.self)
    name = String(decoding: line[66..<(line.count - 1)], as: UTF8.self)
  }

  /// The line, which is what is signed.
  package var line: [UInt8] { Array("\(digest)  \(name)\n".utf8) }
}
