// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The root certificates that a system trusts.
struct TrustStore {
  /// Where distributions keep them in one file: Debian, Red Hat and SUSE families.
  static let paths = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
  ]

  private let roots: [String: [CertificateFacts]]

  /// Reads the roots of a host; none where it has no store that can be read.
  init(_ reader: inout HostReader) async {
    for path in Self.paths {
      guard let file = try? await reader.host.read(path),
        let parsed = try? CertificateFile(file)
      else { continue }
      reader.trail.add(file)
      roots = Dictionary(grouping: parsed.certificates.map(\.facts), by: \.subject)
      return
    }
    roots = [:]
  }

  /// Whether a root of the store issued a certificate, or is it.
  func issued(_ certificate: CertificateFacts) -> Bool {
    let issuers = roots[certificate.issuer] ?? []
    return issuers.contains { certificate.isIssued(by: $0) }
  }
}
