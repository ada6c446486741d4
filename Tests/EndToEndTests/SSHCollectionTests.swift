// Plumbline
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// Collects and assesses over SSH, as people do who have several machines.
@Suite(.enabled(if: LoopbackSSH.isInstalled, "needs openssh-server and openssh-client"))
struct SSHCollectionTests {
  private static let names = (1...10).map { "web-\($0)" }

  /// Writes an assessment of hosts that log in as the servers expect.
  private func write(_ names: [String], on server: LoopbackSSH, to scratch: Scratch) throws {
    let assets = names.map { "  - {id: \($0), kind: host, access: {ssh: \($0)}}\n" }
    try scratch.write(
      """
      organization: {name: Sample}
      profile: host-baseline
      ssh:
        config: \(server.configuration)
        known_hosts: \(server.knownHosts)
        connect_timeout: 60
      assets:
      \(assets.joined())
      """, to: "a/plumbline.yaml")
  }

  @Test func `ten hosts, two of them dead, give eight bundles and two errors`() async throws {
    let server = try await LoopbackSSH(Self.names)
    let scratch = Scratch()
    try write(Self.names, on: server, to: scratch)
    let dead = ["web-3", "web-7"]
    let run = try await server.serve(Self.names.filter { !dead.contains($0) }) {
      try await Program.run(["collect", "a", "--output", "out", "--quiet"], in: scratch.path)
    }
    #expect(run.status == 2)
    let errors = run.errors.split(separator: "\n")
    #expect(errors.count == 2, "\(run.errors)")
    for (name, error) in zip(dead, errors) {
      #expect(
        error.hasPrefix(
          "plumbline: error: asset \(name): nothing is collected from \(name) over SSH: it "
            + "cannot be reached (ssh: connect to host 127.0.0.1 port "), "\(error)")
      #expect(error.hasSuffix("Connection refused)"), "\(error)")
    }
    let bundles = try scratch.contents("out").keys.sorted()
    #expect(bundles == Self.names.filter { !dead.contains($0) }.map { "\($0).json" }.sorted())
    let bundle = try scratch.text("out/web-1.json")
    #expect(bundle.contains(#""host":{"access":"ssh","hostname":"#))
    #expect(bundle.contains(#""status":"collected""#))
  }

  @Test func `an assessment goes on without the host that it cannot trust`() async throws {
    let server = try await LoopbackSSH(["web-1", "web-2"])
    let scratch = Scratch()
    try write(["web-1", "web-2"], on: server, to: scratch)
    try await server.replaceKnownKey(of: "web-2")
    let run = try await server.serve {
      try await Program.run(
        ["assess", "a", "--quiet", "--as-of", "2026-11-23"], in: scratch.path)
    }
    #expect(run.status == 2)
    #expect(
      run.errors
        == "plumbline: error: asset web-2: nothing is collected from web-2 over SSH: the host key is "
        + "not the known one, so another machine may pose as this host; update known_hosts only "
        + "after checking\n")
    let report = try ReportFile(in: "\(scratch.path)/a/reports")
    let outcomes = report.controls.filter { $0.control_id.hasPrefix("SAF-SSH-") }.map(\.outcome)
    #expect(outcomes.contains("error"))
    #expect(outcomes.contains { $0 != "error" })
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let access: String
    let column: Int
    let message: String
    var testDescription: String { access }
  }

  @Test(arguments: [
    Mistake(
      access: "{ssh: -oProxyCommand=id}", column: 41, message: "'ssh' must be a host name, address"),
    Mistake(access: "{ssh: a b}", column: 41, message: "'ssh' must be a host name, address"),
    Mistake(
      access: "{ssh: {host: h, port: 0}}", column: 57, message: "'port' must be between 1 and 65535"
    ),
    Mistake(
      access: "{ssh: {host: h, user: -l}}", column: 57, message: "'user' must be a user name"),
    Mistake(
      access: "{ssh: {host: h, prot: 22}}", column: 51,
      message: "unknown key 'prot' in way in over SSH"),
    Mistake(
      access: "{ssh: {user: u}}", column: 41, message: "way in over SSH lacks the key 'host'"),
    Mistake(access: "{shh: h}", column: 35, message: "'access' must be 'local', {root: FOLDER}"),
    Mistake(
      access: "{ssh: {host: h, sudo: maybe}}", column: 57, message: "'sudo' must be 'true' or"),
  ])
  func `a mistake in the way in is refused with its place`(_ mistake: Mistake) async throws {
    let scratch = Scratch()
    try scratch.write(
      """
      organization: {name: Sample}
      profile: host-baseline
      assets:
        - {id: web, kind: host, access: \(mistake.access)}

      """, to: "a/plumbline.yaml")
    let run = try await Program.run(["collect", "a", "--plan"], in: scratch.path)
    #expect(run.status == 2)
    #expect(
      run.errors.contains("a/plumbline.yaml:4:\(mistake.column): error:"), "\(run.errors)")
    #expect(run.errors.contains(mistake.message), "\(run.errors)")
  }
}
