// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Crypto
package import Diagnostics
import SwiftASN1

/// Why a key cannot be used.
package struct KeyProblem: Error, Sendable, Hashable {
  /// The rule that the key breaks.
  package let message: LocalizedText
}

/// The key that signs evidence: an Ed25519 private key.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// Reads a key as `openssl genpkey -algorithm ed25519` writes it (PKCS #8 in PEM, RFC 8410).
  package init(pem: String) throws(KeyProblem) {
    guard !pem.contains("ENCRYPTED") else { throw KeyProblem(message: SigningMessages.encrypted) }
    do {
      let document = try PEMDocument(pemString: pem)
      guard document.discriminator == "PRIVATE KEY" else {
        throw KeyProblem(message: SigningMessages.notPrivateKey)
      }
      let (algorithm, wrapped) = try DER.sequence(
        try DER.parse(document.derBytes), identifier: .sequence
      ) { fields in
        _ = try Int(derEncoded: &fields)
        let algorithm = try AlgorithmName(derEncoded: &fields)
        let key = try ASN1OctetString(derEncoded: &fields)
        // Attributes and the public key may follow.
        while fields.next() != nil {}
        return (algorithm, key)
      }
      guard algorithm.isEd25519 else { throw KeyProblem(message: SigningMessages.notEd25519) }
      let bytes = try ASN1OctetString(derEncoded: Array(wrapped.bytes)).bytes
      key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    } catch let problem as KeyProblem {
      throw problem
    } catch {
      throw KeyProblem(message: SigningMessages.notPrivateKey)
    }
  }

  /// Returns the 64 bytes of the signature of a text.
  package func signature(of text: [UInt8]) -> [UInt8] {
    // Signing fails for no key and no text; an empty signature is refused by every check.
    (try? key.signature(for: text)).map { Array($0) } ?? []
  }
}

/// The key that tells whether a signature is genuine: an Ed25519 public key.
package struct VerificationKey: Sendable {
  private let key: Curve25519.Signing.PublicKey

  /// Reads a key as `openssl pkey -pubout` writes it (SubjectPublicKeyInfo in PEM, RFC 8410).
  package init(pem: String) throws(KeyProblem) {
    do {
      let document = try PEMDocument(pemString: pem)
      guard document.discriminator == "PUBLIC KEY" else {
        throw KeyProblem(message: SigningMessages.notPublicKey)
      }
      let (algorithm, bits) = try DER.sequence(
        try DER.parse(document.derBytes), identifier: .sequence
      ) { fields in
        (try AlgorithmName(derEncoded: &fields), try ASN1BitString(derEncoded: &fields))
      }
      guard algorithm.isEd25519 else { throw KeyProblem(message: SigningMessages.notEd25519) }
      key = try Curve25519.Signing.PublicKey(rawRepresentation: bits.bytes)
    } catch let problem as KeyProblem {
      throw problem
    } catch {
      throw KeyProblem(message: SigningMessages.notPublicKey)
    }
  }

  /// Whether a signature is that of a text by the private half of this key.
  package func accepts(_ signature: [UInt8], of text: [UInt8]) -> Bool {
    key.isValidSignature(signature, for: text)
  }
}

/// The name of an algorithm with its parameters, which Ed25519 has none of.
private struct AlgorithmName: DERParseable {
  let isEd25519: Bool

  init(derEncoded node: ASN1Node) throws {
    isEd25519 = try DER.sequence(node, identifier: .sequence) { fields in
      let name = try ASN1ObjectIdentifier(derEncoded: &fields)
      while fields.next() != nil {}
      return name == [1, 3, 101, 112]
    }
  }
}
