// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import FoundationEssentials

/// The certificates in a file: PEM, several of them with what else stands there, or one in DER.
struct CertificateFile {
  /// The certificates with the line on which each starts; none in DER.
  private(set) var certificates: [(facts: CertificateFacts, line: Int?)] = []
  /// Whether it is text.
  let isPEM: Bool
  /// Whether a private key stands in the same file.
  private(set) var holdsPrivateKey = false

  /// The most certificates that are read of one file.
  private static let limit = 1_000

  /// - Throws: the place of what should be a certificate and is not.
  init(_ file: HostFile) throws(CertificateError) {
    guard let text = TextFile(file, source: 0), file.bytes.first != 0x30 else {
      isPEM = false
      guard let facts = try? CertificateFacts(der: file.bytes) else {
        throw CertificateError(path: file.path, line: nil)
      }
      certificates = [(facts, nil)]
      return
    }
    isPEM = true
    var start: Int?
    var body = ""
    for (number, line) in text.lines {
      if line.hasPrefix("-----BEGIN ") {
        if line.contains("PRIVATE KEY") { holdsPrivateKey = true }
        start = Self.isCertificate(line) ? number : nil
        body = ""
      } else if line.hasPrefix("-----END "), let first = start {
        guard Self.isCertificate(line), certificates.count < Self.limit,
          let data = Data(base64Encoded: body, options: .ignoreUnknownCharacters),
          let facts = try? CertificateFacts(der: Array(data))
        else { throw CertificateError(path: file.path, line: first) }
        certificates.append((facts, first))
        start = nil
      } else if start != nil {
        body += line
      }
    }
    if let start { throw CertificateError(path: file.path, line: start) }
  }

  private static func isCertificate(_ line: String) -> Bool {
    let words = line.drop { $0 == "-" }
    return [
      "BEGIN CERTIFICATE-----", "END CERTIFICATE-----", "BEGIN TRUSTED CERTIFICATE-----",
      "END TRUSTED CERTIFICATE-----", "BEGIN X509 CERTIFICATE-----", "END X509 CERTIFICATE-----",
    ].contains { words.hasPrefix($0) }
  }
}

/// A place where a certificate should stand and does not.
struct CertificateError: Error {
  let path: String
  let line: Int?
}

/// How the certificates of a file or a server hang together.
struct CertificateChain {
  /// The certificates in the order in which they were given.
  let certificates: [CertificateFacts]

  /// Whether each was issued by the next.
  var isOrdered: Bool {
    zip(certificates, certificates.dropFirst()).allSatisfy { $0.isIssued(by: $1) }
  }

  /// The last certificate on the way from the first to its root, as far as it was given, and
  /// whether that is a root.
  var end: (certificate: CertificateFacts, isRoot: Bool)? {
    guard var current = certificates.first else { return nil }
    var rest = Array(certificates.dropFirst())
    while !current.isSelfSigned {
      guard let index = rest.firstIndex(where: { current.isIssued(by: $0) }) else {
        return (current, false)
      }
      current = rest.remove(at: index)
    }
    return (current, true)
  }
}
