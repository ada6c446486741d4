// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
@testable import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

/// Certificates are made by OpenSSL, and what is collected is compared with what it says of them.
struct CertificateCollectorTests {
  private let scratch = Scratch()

  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var key: [String]
    var options: [String] = []
    var isKnown = true
    var testDescription: String { name }
  }

  static let kinds = [
    Kind(name: "RSA 1024", key: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"]),
    Kind(name: "RSA 2048", key: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]),
    Kind(
      name: "RSA with SHA-1", key: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
      options: ["-sha1"]),
    Kind(name: "P-256", key: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
    Kind(name: "P-384", key: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]),
    Kind(name: "Ed25519", key: ["-algorithm", "ED25519"]),
    Kind(name: "SM2", key: ["-algorithm", "SM2"], options: ["-sm3"]),
    Kind(
      name: "Brainpool",
      key: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP512r1"],
      isKnown: false),
  ]

  /// Makes a key and a certificate that it signs itself.
  private func make(_ kind: Kind, days: Int = 30) throws -> String {
    let key = "\(scratch.path)/site.key"
    let file = "\(scratch.path)/site.crt"
    try TLSFiles.run(["genpkey"] + kind.key + ["-out", key])
    try TLSFiles.run(
      [
        "req", "-x509", "-new", "-key", key, "-out", file, "-days", String(days), "-utf8", "-subj",
        "/C=CN/O=示例电商, \"A\\+B\"/CN=shop.example", "-addext",
        "subjectAltName=DNS:shop.example,DNS:*.shop.example,IP:192.0.2.7,IP:2001:db8::7",
      ] + kind.options)
    return file
  }

  /// Asks OpenSSL one thing about a certificate.
  private func ask(_ file: String, _ options: String...) throws -> String {
    try TLSFiles.run(
      ["x509", "-noout", "-in", file, "-nameopt", "RFC2253,utf8,-esc_msb"] + options)
  }

  @Test(arguments: kinds)
  func `a certificate is what OpenSSL says of it`(kind: Kind) async throws {
    let file = try make(kind)
    let observed = await CollectorRun.observe(
      "certificate", ["path": .string(file)], on: LocalHost())
    func field(_ name: String) -> EvidenceValue? { observed["files.0.certificates.0.\(name)"] }
    func text(_ name: String) -> String { field(name)?.stringValue ?? "" }
    #expect(try ask(file, "-subject") == "subject=\(text("subject"))")
    #expect(try ask(file, "-issuer") == "issuer=\(text("issuer"))")
    #expect(try ask(file, "-serial").lowercased().hasSuffix(text("serial")))
    #expect(
      try ask(file, "-fingerprint", "-sha256").replacing(":", with: "").lowercased()
        .hasSuffix("=" + text("sha256")))
    let details = try ask(file, "-text")
    #expect(details.contains("Signature Algorithm: \(text("signature_algorithm"))\n"))
    if let bits = field("key_bits")?.intValue, kind.name != "Ed25519" {
      #expect(details.contains("Public-Key: (\(bits) bit)"))
    }
    #expect(field("is_known_algorithm") == .bool(kind.isKnown))
    #expect(field("is_self_signed") == true)
    #expect(
      field("names") == ["shop.example", "*.shop.example", "192.0.2.7", "2001:db8::7"])
    #expect(
      try ask(file, "-enddate", "-dateopt", "iso_8601")
        == "notAfter=\(utc("not_after", in: observed))")
    #expect(
      try ask(file, "-startdate", "-dateopt", "iso_8601")
        == "notBefore=\(utc("not_before", in: observed))")
    let key = observed["files.0.private_keys.0"]
    #expect(key?["path"] == .string("\(scratch.path)/site.key"))
    #expect(key?["mode"] == "0600" && key?["is_world_readable"] == false)
  }

  private func utc(_ field: String, in observation: Observation) -> String {
    let text = observation["files.0.certificates.0.\(field)"]?.stringValue ?? ""
    return Instant(text)?.formatted(offset: 0).replacing("T", with: " ") ?? ""
  }

  @Test func `SM2 is named, with names and dates`() async throws {
    let file = try make(try #require(Self.kinds.first { $0.name == "SM2" }))
    let observed = await CollectorRun.observe(
      "certificate", ["path": .string(file)], on: LocalHost())
    let certificate = observed["files.0.certificates.0"]
    #expect(certificate?["key_type"] == "SM2" && certificate?["key_bits"] == 256)
    #expect(certificate?["signature_algorithm"] == "SM2-with-SM3")
    #expect(certificate?["common_name"] == "shop.example")
  }

  @Test func `an expired certificate and one of the future keep their dates`() async throws {
    let authority = try TLSFiles(in: scratch)
    let old = try authority.issue("old", from: "20200101000000Z", to: "20210101000000Z")
    let future = try authority.issue("future", from: "20400101000000Z", to: "20500601000000Z")
    let observed = await CollectorRun.observe(
      "certificate", ["path": [.string(old), .string(future)]], on: LocalHost())
    #expect(observed["files.0.certificates.0.not_after"] == "2021-01-01T08:00:00+08:00")
    #expect(observed["files.1.certificates.0.not_before"] == "2040-01-01T08:00:00+08:00")
    // From 2050 on certificates write dates in another form.
    #expect(observed["files.1.certificates.0.not_after"] == "2050-06-01T08:00:00+08:00")
  }

  @Test func `a bundle shows order, completeness and the lines of its certificates`() async throws {
    let authority = try TLSFiles(in: scratch)
    let leaf = try authority.issue("leaf")
    func bundle(_ files: String...) -> String {
      let path = "\(scratch.path)/bundle-\(files.count).pem"
      let text = files.map { LocalProgram.text(of: $0) }.joined(separator: "# a remark\n")
      scratch.write(["/bundle-\(files.count).pem": .text(text)])
      return path
    }
    func observe(_ path: String) async -> Observation {
      await CollectorRun.observe("certificate", ["path": .string(path)], on: LocalHost())
    }
    let whole = await observe(bundle(leaf, authority.intermediate, authority.root))
    #expect(whole["files.0.is_ordered"] == true && whole["files.0.is_complete"] == true)
    #expect(whole["files.0.certificates.1.is_ca"] == true)
    let lines = LocalProgram.text(of: leaf).split(separator: "\n").count
    #expect(whole.origin("files", "0", "certificates", "1")?.hasSuffix(":\(lines + 2)") == true)

    let part = await observe(bundle(leaf, authority.intermediate))
    #expect(part["files.0.is_ordered"] == true && part["files.0.is_complete"] == false)
    scratch.write([
      "/mixed.pem": .text(
        [authority.root, leaf, authority.intermediate].map { LocalProgram.text(of: $0) }.joined())
    ])
    let mixed = await observe("\(scratch.path)/mixed.pem")
    #expect(mixed["files.0.is_ordered"] == false)
  }

  @Test func `DER is read, and a key in the same file is seen but never read out`() async throws {
    let file = try make(Self.kinds[3])
    try TLSFiles.run(["x509", "-in", file, "-outform", "DER", "-out", "\(scratch.path)/site.der"])
    let der = await CollectorRun.observe(
      "certificate", ["path": .string("\(scratch.path)/site.der")], on: LocalHost())
    #expect(der["files.0.format"] == "der")
    let secret = LocalProgram.text(of: "\(scratch.path)/site.key")
    scratch.write([
      "/both.pem": .file(Array((secret + LocalProgram.text(of: file)).utf8), permissions: 0o644)
    ])
    let both = await CollectorRun.observe(
      "certificate", ["path": .string("\(scratch.path)/both.pem")], on: LocalHost())
    #expect(both["files.0.private_keys.0.is_world_readable"] == true)
    let line = try #require(secret.split(separator: "\n").dropFirst().first)
    #expect(!CanonicalJSON.text(of: both.value ?? .null).contains(line))
  }

  @Test(arguments: [
    ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", ":1 is no X.509"),
    ("x\n-----BEGIN CERTIFICATE-----\nMIIB", ":2 is no X.509"),
    ("0\u{1}", " is no X.509"),
  ])
  func `what is no certificate is named with its line`(text: String, message: String) async {
    let observed = await CollectorRun.observe(
      "certificate", ["path": "/a.pem"], on: MemoryHost(["/a.pem": .text(text)]))
    #expect(observed.status == .failed)
    #expect(
      observed.reason?.en.contains("/a.pem\(message)") == true, "\(observed.reason?.en ?? "")")
  }

  @Test func `cut and altered certificates are refused or read, never a crash`() async throws {
    let bytes = Array(LocalProgram.text(of: try make(Self.kinds[3])).utf8)
    _ = bytes
    try TLSFiles.run([
      "x509", "-in", "\(scratch.path)/site.crt", "-outform", "DER", "-out", "\(scratch.path)/a.der",
    ])
    let der = try await LocalHost().read("\(scratch.path)/a.der").bytes
    for length in stride(from: 0, to: der.count, by: 7) {
      #expect(throws: (any Error).self) { try CertificateFacts(der: Array(der[..<length])) }
    }
    for offset in der.indices {
      var altered = der
      altered[offset] ^= 0x5A
      _ = try? CertificateFacts(der: altered)
    }
  }

  @Test(
    arguments: [
      (["shop.example"], "shop.example", true), (["shop.example"], "SHOP.example.", true),
      (["*.shop.example"], "www.shop.example", true), (["*.shop.example"], "shop.example", false),
      (["*.shop.example"], "a.b.shop.example", false), (["other.example"], "cn.example", false),
      ([], "cn.example", true), (["192.0.2.7"], "192.0.2.7", true),
      (["*.2.0.192"], "7.2.0.192", false),
    ] as [([String], String, Bool)])
  func `a certificate is for the names it lists`(names: [String], host: String, isFor: Bool) throws
  {
    #expect(HostNameMatch.matches(host, names: names, commonName: "cn.example") == isFor)
  }
}
