// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors

/// A certificate authority of OpenSSL with a root and an intermediate, in a folder of a test.
package struct TLSFiles: Sendable {
  /// What OpenSSL said when it did not do what it was asked.
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  /// The file of the root certificate.
  package let root: String
  /// The file of the intermediate certificate.
  package let intermediate: String
  private let scratch: Scratch

  /// Makes the authority.
  package init(in scratch: Scratch) throws {
    self.scratch = scratch
    let folder = scratch.path
    root = "\(folder)/root.crt"
    intermediate = "\(folder)/intermediate.crt"
    for name in ["root", "intermediate"] {
      try Self.run(Self.newKey + ["-out", "\(folder)/\(name).key"])
    }
    try Self.run([
      "req", "-x509", "-new", "-key", "\(folder)/root.key", "-subj", "/CN=Test Root", "-days",
      "3650", "-out", root,
    ])
    try sign(
      "intermediate", subject: "/CN=Test Intermediate", issuer: "root",
      ["basicConstraints=critical,CA:true"], from: nil, to: nil)
  }

  private static let newKey = [
    "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
  ]

  /// Runs OpenSSL and returns what it wrote, without the last line break.
  @discardableResult
  package static func run(_ arguments: [String]) throws -> String {
    let run = LocalProgram.run(["/usr/bin/openssl"] + arguments)
    guard run.status == 0 else {
      throw Failure(description: "openssl \(arguments.joined(separator: " ")): \(run.output)")
    }
    return run.output.last == "\n" ? String(run.output.dropLast()) : run.output
  }

  /// Issues a certificate by the intermediate, and returns its file; the key is beside it.
  ///
  /// - Parameters:
  ///   - name: the name of the files, and the common name.
  ///   - names: the alternative names in OpenSSL's form.
  ///   - start: the start of its validity as `YYYYMMDDHHMMSSZ`; by default now.
  ///   - end: the end of its validity.
  ///   - key: the options of `openssl genpkey` for its key.
  @discardableResult
  package func issue(
    _ name: String, names: String = "DNS:localhost,IP:127.0.0.1", from start: String? = nil,
    to end: String? = nil, key: [String]? = nil
  ) throws -> String {
    let options = key.map { ["genpkey"] + $0 } ?? Self.newKey
    try Self.run(options + ["-out", "\(scratch.path)/\(name).key"])
    try sign(
      name, subject: "/CN=\(name)", issuer: "intermediate", ["subjectAltName=\(names)"],
      from: start, to: end)
    return "\(scratch.path)/\(name).crt"
  }

  private func sign(
    _ name: String, subject: String, issuer: String, _ extensions: [String], from start: String?,
    to end: String?
  ) throws {
    let folder = scratch.path
    let request = "\(folder)/\(name).csr"
    try Self.run([
      "req", "-new", "-key", "\(folder)/\(name).key", "-subj", subject, "-out", request,
    ])
    scratch.write([
      "/\(name).ext": .text(
        (["[v3]", "subjectKeyIdentifier=hash", "authorityKeyIdentifier=keyid"] + extensions)
          .joined(separator: "\n") + "\n"),
      "/ca.cnf": .text(
        """
        [ca]
        default_ca = here
        [here]
        database = \(folder)/\(name).index
        serial = \(folder)/\(name).serial
        new_certs_dir = \(folder)
        default_md = sha256
        default_days = 90
        policy = any
        unique_subject = no
        [any]
        commonName = supplied

        """),
      "/\(name).index": .text(""), "/\(name).serial": .text("1000\n"),
    ])
    var dates: [String] = []
    if let start { dates += ["-startdate", start] }
    if let end { dates += ["-enddate", end] }
    try Self.run(
      [
        "ca", "-batch", "-notext", "-config", "\(folder)/ca.cnf", "-cert",
        "\(folder)/\(issuer).crt", "-keyfile", "\(folder)/\(issuer).key", "-in", request, "-out",
        "\(folder)/\(name).crt", "-extfile", "\(folder)/\(name).ext", "-extensions", "v3",
      ] + dates)
  }
}
