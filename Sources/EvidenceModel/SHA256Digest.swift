// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// SHA-256 in the form that `sha256sum` prints.
package enum SHA256Digest {
  /// Returns the digest of bytes as 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in SHA256.hash(data: bytes) {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Returns the digest of a value's canonical JSON.
  package static func hexadecimal(of value: EvidenceValue) -> String {
    hexadecimal(of: CanonicalJSON.bytes(of: value))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
