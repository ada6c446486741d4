// Plumbline
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// What the extensions of a certificate say (RFC 5280, 4.2); one that is malformed says nothing.
struct CertificateExtensions {
  /// The OID of an extension and its value in DER.
  typealias Item = (id: String, value: [UInt8])

  /// The alternative names of the subject.
  let names: [String]
  /// Whether the certificate may issue others.
  let isAuthority: Bool
  /// The identifier of the key.
  let keyID: [UInt8]?
  /// The identifier of the issuer's key.
  let issuerKeyID: [UInt8]?

  init(_ items: [Item]) {
    func value(_ id: String) -> ASN1Node? {
      items.first { $0.id == id }.flatMap { try? DER.parse($0.value) }
    }
    names = value("2.5.29.17").flatMap { try? Self.names($0) } ?? []
    isAuthority = value("2.5.29.19").flatMap { try? Self.isAuthority($0) } ?? false
    keyID = value("2.5.29.14").flatMap { try? ASN1OctetString(derEncoded: $0) }
      .map { Array($0.bytes) }
    issuerKeyID = value("2.5.29.35").flatMap { try? Self.issuerKeyID($0) }
  }

  /// Reads `subjectAltName`: mail addresses (1), host names (2), URIs (6) and addresses (7).
  private static func names(_ node: ASN1Node) throws -> [String] {
    try DER.sequence(node, identifier: .sequence) { items in
      var names: [String] = []
      while let item = items.next() {
        guard item.identifier.tagClass == .contextSpecific,
          case .primitive(let bytes) = item.content
        else { continue }
        switch item.identifier.tagNumber {
        case 1, 2, 6: names.append(String(decoding: bytes, as: UTF8.self))
        case 7: if let text = NetworkAddress.text(of: Array(bytes)) { names.append(text) }
        default: continue
        }
      }
      return names
    }
  }

  private static func isAuthority(_ node: ASN1Node) throws -> Bool {
    try DER.sequence(node, identifier: .sequence) { parts in
      let isAuthority = try DER.decodeDefault(&parts, defaultValue: false)
      while parts.next() != nil {}
      return isAuthority
    }
  }

  private static func issuerKeyID(_ node: ASN1Node) throws -> [UInt8]? {
    try DER.sequence(node, identifier: .sequence) { parts in
      var id: [UInt8]?
      while let part = parts.next() {
        if part.identifier == ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific),
          case .primitive(let bytes) = part.content
        {
          id = Array(bytes)
        }
      }
      return id
    }
  }
}
