// Plumbline
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// The key of a certificate.
struct CertificateKey: Hashable {
  /// `RSA`, `EC`, `SM2`, `Ed25519`, `Ed448` or `DSA`, or the OID of another algorithm.
  let type: String
  /// Its size in bits; of an elliptic curve the size of its field.
  let bits: Int64?
  /// The name of an elliptic curve, or its OID.
  let curve: String?

  /// Whether the algorithm is one that this program knows by name.
  var isKnown: Bool { type.first?.isLetter == true && (type != "EC" || bits != nil) }

  /// - Parameters:
  ///   - algorithm: the algorithm of the key.
  ///   - parameters: its parameters; the curve of an elliptic key.
  ///   - key: the key as a bit string.
  init(_ algorithm: ASN1ObjectIdentifier, _ parameters: ASN1Node?, _ key: ASN1BitString) {
    switch algorithm.description {
    case "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10":
      type = "RSA"
      bits = Self.modulusBits(key)
      curve = nil
    case "1.2.840.10045.2.1":
      let id = parameters.flatMap { try? ASN1ObjectIdentifier(derEncoded: $0) }?.description
      let known = id.flatMap { Self.curves[$0] }
      // SM2 keys are elliptic keys on a curve of their own (GB/T 32918).
      type = known?.name == "SM2" ? "SM2" : "EC"
      bits = known?.bits
      curve = known?.name ?? id
    case "1.3.101.112": (type, bits, curve) = ("Ed25519", 256, nil)
    case "1.3.101.113": (type, bits, curve) = ("Ed448", 456, nil)
    case "1.2.840.10040.4.1": (type, bits, curve) = ("DSA", nil, nil)
    default: (type, bits, curve) = (algorithm.description, nil, nil)
    }
  }

  private static let curves: [String: (name: String, bits: Int64)] = [
    "1.2.840.10045.3.1.1": ("P-192", 192), "1.3.132.0.33": ("P-224", 224),
    "1.2.840.10045.3.1.7": ("P-256", 256), "1.3.132.0.34": ("P-384", 384),
    "1.3.132.0.35": ("P-521", 521), "1.3.132.0.10": ("secp256k1", 256),
    "1.3.36.3.3.2.8.1.1.7": ("brainpoolP256r1", 256),
    "1.3.36.3.3.2.8.1.1.11": ("brainpoolP384r1", 384),
    "1.2.156.10197.1.301": ("SM2", 256),
  ]

  private static func modulusBits(_ key: ASN1BitString) -> Int64? {
    let modulus = try? DER.sequence(DER.parse(key.bytes), identifier: .sequence) { parts in
      let modulus = try ArraySlice<UInt8>(derEncoded: &parts)
      _ = try ArraySlice<UInt8>(derEncoded: &parts)
      return modulus
    }
    guard let digits = modulus?.drop(while: { $0 == 0 }), let first = digits.first else {
      return nil
    }
    return Int64(digits.count * 8 - first.leadingZeroBitCount)
  }
}

/// The names of algorithms as OpenSSL prints them, by their OIDs.
enum AlgorithmNames {
  /// The algorithms of signatures.
  static let signatures: [String: String] = [
    "1.2.840.113549.1.1.2": "md2WithRSAEncryption", "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
    "1.2.840.113549.1.1.5": "sha1WithRSAEncryption", "1.2.840.113549.1.1.10": "rsassaPss",
    "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
    "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
    "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
    "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
    "1.2.840.10045.4.1": "ecdsa-with-SHA1", "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
    "1.2.840.10045.4.3.2": "ecdsa-with-SHA256", "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
    "1.2.840.10045.4.3.4": "ecdsa-with-SHA512", "1.2.840.10040.4.3": "dsaWithSHA1",
    "1.3.101.112": "ED25519", "1.3.101.113": "ED448", "1.2.156.10197.1.501": "SM2-with-SM3",
  ]
}
