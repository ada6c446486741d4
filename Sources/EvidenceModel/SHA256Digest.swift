// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// SHA-256 in the form that `sha256sum` prints.
package enum SHA256Digest {
  /// Returns the digest of bytes as 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// Returns the digest of a value's canonical JSON, which is never held as a whole.
  package static func hexadecimal(of value: EvidenceValue) -> String {
    var running = Running()
    CanonicalJSON.write(value) { running.add($0) }
    return running.hexadecimal
  }

  /// A digest of bytes that come one after the other.
  package struct Running {
    private var hash = SHA256()

    package init() {}

    /// Adds bytes.
    package mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// The digest of all bytes so far, as 64 lower-case hexadecimal digits.
    package var hexadecimal: String { SHA256Digest.hexadecimal(hash.finalize()) }
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in digest {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
