// Plumbline
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// The name of a subject or an issuer: attributes from the country down to the common name.
struct DistinguishedName {
  /// The attributes in the order of the certificate, each with its OID.
  private let parts: [[(id: String, value: String)]]

  init(_ node: ASN1Node) throws {
    parts = try DER.sequence(node, identifier: .sequence) { names in
      var parts: [[(String, String)]] = []
      while let name = names.next() { parts.append(try Self.attributes(name)) }
      return parts
    }
  }

  private static func attributes(_ node: ASN1Node) throws -> [(String, String)] {
    try DER.set(node, identifier: .set) { items in
      var attributes: [(String, String)] = []
      while let item = items.next() {
        attributes.append(
          try DER.sequence(item, identifier: .sequence) { pair in
            let id = try ASN1ObjectIdentifier(derEncoded: &pair)
            guard let value = pair.next() else { throw ASN1Error.truncatedASN1Field() }
            return (id.description, Self.text(of: value))
          })
      }
      return attributes
    }
  }

  /// The last common name.
  var commonName: String? { parts.joined().last { $0.id == "2.5.4.3" }?.value }

  /// The form of RFC 4514: the last attribute first, such as `CN=shop.example,O=Shop,C=CN`.
  var text: String {
    parts.reversed().map { part in
      part.map { "\(Self.names[$0.id] ?? $0.id)=\(Self.escaped($0.value))" }.joined(separator: "+")
    }.joined(separator: ",")
  }

  private static let names = [
    "2.5.4.3": "CN", "2.5.4.4": "SN", "2.5.4.5": "serialNumber", "2.5.4.6": "C", "2.5.4.7": "L",
    "2.5.4.8": "ST", "2.5.4.9": "street", "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.12": "title",
    "2.5.4.17": "postalCode", "2.5.4.42": "GN", "2.5.4.97": "organizationIdentifier",
    "0.9.2342.19200300.100.1.1": "UID", "0.9.2342.19200300.100.1.25": "DC",
    "1.2.840.113549.1.9.1": "emailAddress", "2.5.4.15": "businessCategory",
    "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionC", "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionST",
    "1.3.6.1.4.1.311.60.2.1.1": "jurisdictionL",
  ]

  /// Reads a string of any of the kinds that names use; invalid parts are repaired.
  private static func text(of node: ASN1Node) -> String {
    guard case .primitive(let bytes) = node.content else { return "" }
    switch node.identifier {
    case .bmpString:
      let units = bytes.withUnsafeBytes { buffer in
        stride(from: 0, to: buffer.count - 1, by: 2).map {
          UInt16(buffer[$0]) << 8 | UInt16(buffer[$0 + 1])
        }
      }
      return String(decoding: units, as: UTF16.self)
    case .teletexString: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    default: return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func escaped(_ value: String) -> String {
    var text = ""
    for (offset, scalar) in value.unicodeScalars.enumerated() {
      let isEdge =
        offset == 0 && (scalar == " " || scalar == "#")
        || offset == value.unicodeScalars.count - 1 && scalar == " "
      if isEdge || ",+\"\\<>;".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
