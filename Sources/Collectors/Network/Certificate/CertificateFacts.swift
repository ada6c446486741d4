// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import EvidenceModel
import SwiftASN1

/// What an X.509 certificate says of itself, read from its DER form.
///
/// Names and dates are read whatever algorithms the certificate uses. Signatures are not checked:
/// who issued a certificate is told by names and key identifiers.
struct CertificateFacts {
  /// The subject in the form of RFC 4514, such as `CN=shop.example,O=Shop`.
  let subject: String
  /// The issuer in the form of RFC 4514.
  let issuer: String
  /// The last common name of the subject.
  let commonName: String?
  /// The names of the extension `subjectAltName`: host names, addresses, mail addresses and URIs.
  let names: [String]
  /// The serial number in lower-case hexadecimal without leading zeros.
  let serial: String
  /// The algorithm of the signature, such as `sha256WithRSAEncryption`; `nil` when it is unknown.
  let signatureName: String?
  /// The OID of the algorithm of the signature.
  let signatureID: String
  /// The key.
  let key: CertificateKey
  /// The first instant of its validity.
  let notBefore: Instant
  /// The last instant of its validity.
  let notAfter: Instant
  /// Whether it may issue others.
  let isAuthority: Bool
  /// The identifier of its key.
  let keyID: [UInt8]?
  /// The identifier of its issuer's key.
  let issuerKeyID: [UInt8]?
  /// The SHA-256 of its DER form.
  let fingerprint: String

  /// Reads a certificate.
  ///
  /// - Throws: when the bytes are not a certificate in DER.
  init(der bytes: [UInt8]) throws {
    let body = try Body(DER.parse(bytes))
    subject = body.subject.text
    issuer = body.issuer.text
    commonName = body.subject.commonName
    serial = Self.hexadecimal(body.serial)
    signatureID = body.signatureAlgorithm.description
    signatureName = AlgorithmNames.signatures[signatureID]
    key = body.key
    notBefore = body.notBefore
    notAfter = body.notAfter
    let extensions = CertificateExtensions(body.extensions)
    names = extensions.names
    isAuthority = extensions.isAuthority
    keyID = extensions.keyID
    issuerKeyID = extensions.issuerKeyID
    fingerprint = SHA256Digest.hexadecimal(of: bytes)
  }

  /// Whether it is its own issuer, by name and key id.
  var isSelfSigned: Bool { isIssued(by: self) }

  /// Whether another certificate issued this one, by name and key id.
  func isIssued(by other: CertificateFacts) -> Bool {
    guard issuer == other.subject else { return false }
    if let issuerKeyID, let keyID = other.keyID { return issuerKeyID == keyID }
    return true
  }

  /// Whether it is for a host name or an address.
  func matches(_ host: String) -> Bool {
    HostNameMatch.matches(host, names: names, commonName: commonName)
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = bytes.map { String($0, radix: 16) }.map { $0.count == 1 ? "0" + $0 : $0 }
    let text = digits.joined().drop { $0 == "0" }
    return text.isEmpty ? "0" : String(text)
  }
}

/// The parts of a certificate (RFC 5280, 4.1).
private struct Body {
  let serial: ArraySlice<UInt8>
  let signatureAlgorithm: ASN1ObjectIdentifier
  let issuer: DistinguishedName
  let notBefore: Instant
  let notAfter: Instant
  let subject: DistinguishedName
  let key: CertificateKey
  let extensions: [CertificateExtensions.Item]

  init(_ root: ASN1Node) throws {
    self = try DER.sequence(root, identifier: .sequence) { nodes in
      guard let body = nodes.next(), nodes.next() != nil, nodes.next() != nil else {
        throw ASN1Error.truncatedASN1Field()
      }
      return try DER.sequence(body, identifier: .sequence) { try Body(&$0) }
    }
  }

  private init(_ nodes: inout ASN1NodeCollection.Iterator) throws {
    _ = try DER.optionalExplicitlyTagged(&nodes, tagNumber: 0, tagClass: .contextSpecific) { $0 }
    serial = try ArraySlice<UInt8>(derEncoded: &nodes)
    signatureAlgorithm = try Self.algorithm(&nodes).id
    issuer = try DistinguishedName(Self.next(&nodes))
    (notBefore, notAfter) = try DER.sequence(Self.next(&nodes), identifier: .sequence) { times in
      (try Self.time(Self.next(&times)), try Self.time(Self.next(&times)))
    }
    subject = try DistinguishedName(Self.next(&nodes))
    key = try DER.sequence(Self.next(&nodes), identifier: .sequence) { parts in
      let (id, parameters) = try Self.algorithm(&parts)
      return CertificateKey(id, parameters, try ASN1BitString(derEncoded: &parts))
    }
    var extensions: [CertificateExtensions.Item] = []
    while let node = nodes.next() {
      guard node.identifier == ASN1Identifier(tagWithNumber: 3, tagClass: .contextSpecific) else {
        continue
      }
      extensions = try DER.explicitlyTagged(node, tagNumber: 3, tagClass: .contextSpecific) {
        list in
        try DER.sequence(list, identifier: .sequence) { items in
          var found: [CertificateExtensions.Item] = []
          while let item = items.next() { found.append(try Self.readExtension(item)) }
          return found
        }
      }
    }
    self.extensions = extensions
  }

  private static func readExtension(_ node: ASN1Node) throws -> CertificateExtensions.Item {
    try DER.sequence(node, identifier: .sequence) { parts in
      let id = try ASN1ObjectIdentifier(derEncoded: &parts)
      _ = try DER.decodeDefault(&parts, defaultValue: false)
      let value = try ASN1OctetString(derEncoded: &parts)
      return (id.description, Array(value.bytes))
    }
  }

  /// Reads an algorithm with its parameters, which only some have.
  private static func algorithm(
    _ nodes: inout ASN1NodeCollection.Iterator
  ) throws -> (id: ASN1ObjectIdentifier, parameters: ASN1Node?) {
    try DER.sequence(Self.next(&nodes), identifier: .sequence) { parts in
      let id = try ASN1ObjectIdentifier(derEncoded: &parts)
      return (id, parts.next())
    }
  }

  /// Takes out the next part, which must be there.
  private static func next(_ nodes: inout ASN1NodeCollection.Iterator) throws -> ASN1Node {
    guard let node = nodes.next() else { throw ASN1Error.truncatedASN1Field() }
    return node
  }

  private static func time(_ node: ASN1Node) throws -> Instant {
    if node.identifier == .utcTime {
      let time = try UTCTime(derEncoded: node)
      return try instant(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
    }
    let time = try GeneralizedTime(derEncoded: node)
    return try instant(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
  }

  private static func instant(
    _ year: Int, _ month: Int, _ day: Int, _ hours: Int, _ minutes: Int, _ seconds: Int
  ) throws -> Instant {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw ASN1Error.invalidASN1Object(reason: "no such day")
    }
    let clock = hours * 3_600 + minutes * 60 + seconds
    return Instant(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(clock))
  }
}
