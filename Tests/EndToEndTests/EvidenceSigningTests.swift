// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TestSupport
import Testing

/// Signs evidence and hands it to people who trust nobody.
struct EvidenceSigningTests {
  /// A folder with a signed bundle, the keys of its signer, and a key of somebody else.
  private struct Signed {
    let scratch = Scratch()

    init() async throws {
      for name in ["own", "other"] {
        _ = try await Program.command(
          "/usr/bin/openssl", ["genpkey", "-algorithm", "ed25519", "-out", "\(name).key"],
          in: scratch.path)
        _ = try await Program.command(
          "/usr/bin/openssl", ["pkey", "-in", "\(name).key", "-pubout", "-out", "\(name).pub"],
          in: scratch.path)
      }
      let run = try await Program.run(
        [
          "collect", "--root", "\(Folders.sampleShop)/hosts/web-1", "--asset", "web-1", "--as-of",
          "2026-11-23", "--sign", "own.key", "--output", "web-1.json", "--quiet",
        ], in: scratch.path)
      #expect(run.errors == "")
      #expect(run.status == 0)
    }

    func verify(_ arguments: [String] = ["--key", "own.pub"]) async throws -> Program.Run {
      try await Program.run(
        ["verify", "web-1.json", "--as-of", "2026-11-24"] + arguments, in: scratch.path)
    }

    func sh(_ script: String) async throws -> Program.Run {
      try await Program.command("/bin/sh", ["-ec", script], in: scratch.path)
    }
  }

  @Test func `a bundle as it was signed is accepted`() async throws {
    let run = try await Signed().verify([
      "--key", "own.pub", "--asset", "web-1", "--max-age", "P1D", "--same-catalogs",
    ])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("✓ the signature is by this key\n"))
    #expect(
      run.output.contains("✓ asset web-1 (root, web-1), collected at 2026-11-23T00:00:00+08:00"))
    #expect(run.output.contains("✓ planned by the catalogs at hand: "))
    #expect(!run.output.contains("✗"))
  }

  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What somebody does to the files.
    var script = ""
    /// How the bundle is then verified.
    var arguments = ["--key", "own.pub"]
    /// What is said about it.
    let message: String
  }

  private static let attacks = [
    Attack(
      testDescription: "a changed byte", script: "sed -i '2s/collected/collectee/' web-1.json",
      message: "✗ the bundle's file does not have the signed SHA-256"),
    Attack(
      testDescription: "a removed observation", script: "sed -i 2d web-1.json",
      message: "does not match the digest over all"),
    Attack(
      testDescription: "a cut tail", script: "truncate -s -100 web-1.json",
      message: "✗ the end of the bundle's file is cut off"),
    Attack(
      testDescription: "a foreign key", arguments: ["--key", "other.pub"],
      message: "✗ the signature of the .sha256 file is not by this key"),
    Attack(
      testDescription: "a changed bundle with a new checksum",
      script: "sed -i '2s/collected/collectee/' web-1.json; "
        + "sha256sum web-1.json > web-1.json.sha256",
      message: "✗ the signature of the .sha256 file is not by this key"),
    Attack(
      testDescription: "a bundle signed by somebody else",
      script: "openssl pkeyutl -sign -inkey other.key -rawin -in web-1.json.sha256 "
        + "-out web-1.json.sig",
      message: "✗ the signature of the .sha256 file is not by this key"),
    Attack(
      testDescription: "no signature", script: "rm web-1.json.sig",
      message: "✗ the bundle is not signed"),
    Attack(
      testDescription: "no checksum line", script: "echo x > web-1.json.sha256",
      message: "✗ the .sha256 file is not one line of sha256sum"),
    Attack(
      testDescription: "an old bundle",
      arguments: ["--key", "own.pub", "--not-before", "2026-11-24"],
      message: "before 2026-11-24T00:00:00+08:00: it may be an old one, replayed"),
    Attack(
      testDescription: "an old bundle by its age",
      arguments: ["--key", "own.pub", "--max-age", "P7D", "--as-of", "2026-12-23"],
      message: "before 2026-12-16T00:00:00+08:00: it may be an old one, replayed"),
    Attack(
      testDescription: "a bundle of the future", arguments: ["--as-of", "2026-11-22"],
      message: "after 2026-11-22T00:05:00+08:00"),
    Attack(
      testDescription: "a bundle of another asset", arguments: ["--asset", "db-1"],
      message: "✗ the bundle is of the asset web-1, not of db-1"),
    Attack(
      testDescription: "another schema",
      script: #"sed -i 's/"schema_version":1/"schema_version":9/' web-1.json"#,
      message: "the bundle's schema version must be 1, not 9"),
    Attack(
      testDescription: "other catalogs",
      script: "cp -r '\(Folders.controls)' Controls; "
        + "sed -i 's/^severity: .*/severity: low/' Controls/safeguarding/SAF-SSH-01.yaml",
      arguments: ["--controls", "Controls", "--same-catalogs"],
      message: "✗ planned by catalogs other than those at hand: safeguarding\n"),
  ]

  @Test(arguments: attacks)
  func `what is not as it was signed is named and refused`(_ attack: Attack) async throws {
    let signed = try await Signed()
    #expect(try await signed.sh(attack.script).status == 0)
    let run = try await signed.verify(attack.arguments)
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect((run.output + run.errors).contains(attack.message), "\(run.output)\(run.errors)")
  }

  @Test(arguments: [
    ["--key", "own.key"], ["--key", "missing.pub"], ["--key", "web-1.json"], ["--key", "rsa.pub"],
  ])
  func `a key that is none is unusable input`(_ arguments: [String]) async throws {
    let signed = try await Signed()
    _ = try await signed.sh(
      "openssl genpkey -algorithm rsa 2>/dev/null | openssl pkey -pubout -out rsa.pub")
    #expect(try await signed.verify(arguments).status == 2)
  }

  @Test(arguments: ["own.pub", "rsa.key", "locked.key", "missing.key"])
  func `a key that cannot sign is refused before anything is collected`(_ key: String) async throws
  {
    let signed = try await Signed()
    _ = try await signed.sh(
      "openssl genpkey -algorithm rsa -out rsa.key 2>/dev/null; "
        + "openssl pkey -in own.key -aes256 -passout pass:x -out locked.key")
    let run = try await Program.run(
      ["collect", "--sign", key, "--output", "new.json"], in: signed.scratch.path)
    #expect(run.status == 2)
    #expect(try await signed.sh("ls new.json*").status != 0)
  }

  // MARK: - Without the program

  /// The blocks of commands in the section of README about verifying without the program.
  private static func readmeBlocks() throws -> [String] {
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: "\(Folders.package)/README.md")),
      as: UTF8.self)
    let section = try #require(text.split(separator: "## Verifying evidence without").last)
    let parts = section.split(separator: "\n## ")[0].split(separator: "```")
    return parts.filter { $0.hasPrefix("sh\n") }.map { String($0.dropFirst(3)) }
  }

  @Test func `the commands in README verify evidence without the program`() async throws {
    let blocks = try Self.readmeBlocks()
    try #require(blocks.count == 2)
    let scratch = Scratch()
    func sh(_ script: String) async throws -> Program.Run {
      try await Program.command("/bin/sh", ["-c", script], in: scratch.path)
    }
    let folder = Program.path.split(separator: "/").dropLast().joined(separator: "/")
    let made = try await sh("set -e; PATH=/\(folder):$PATH\n\(blocks[0])")
    #expect(made.status == 0, "\(made.errors)")

    let commands = blocks[1].split(separator: "\n").map(String.init)
    try #require(commands.count == 2)
    for command in commands {
      let run = try await sh(command)
      #expect(run.status == 0, "\(command): \(run.errors)")
    }
    // A changed bundle fails the first command, a checksum made to fit the second.
    #expect(try await sh("echo >> web-1.json; \(commands[0])").status != 0)
    #expect(
      try await sh("sha256sum web-1.json > web-1.json.sha256; \(commands[0])").status == 0)
    #expect(try await sh(commands[1]).status != 0)
  }
}
