// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Subprocess
import SystemPackage
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The installed OpenSSH server as the judge of configurations.
struct OpenSSH {
  static let program = "/usr/sbin/sshd"
  static var isInstalled: Bool { access(program, X_OK) == 0 }

  /// What it said of a configuration.
  struct Verdict {
    /// Whether it takes the configuration.
    let isAccepted: Bool
    /// What it prints of the settings, by keyword; several lines in order.
    let settings: [String: [String]]
    /// Its complaints.
    let errors: String
  }

  /// The folder of the configuration and what it includes.
  let scratch = Scratch()

  init() async throws {
    // A server started by root wants this folder; the service's own start makes it.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    _ = try await Subprocess.run(
      .path("/usr/bin/ssh-keygen"),
      arguments: ["-q", "-t", "ed25519", "-N", "", "-f", "\(scratch.path)/key"], input: .none,
      output: .discarded, error: .discarded)
    scratch.write([
      "/part-1.conf": .text("MaxAuthTries 1\nMatch User x\n"),
      "/part-2.conf": .text("MaxAuthTries 2\nMaxSessions 7\n"),
      "/everyone.conf": .text("Match all\n  X11Forwarding yes\n"),
      "/broken.conf": .text("# one\nMaxAuthTries few\n"),
      "/dangling.conf": .link("nowhere"),
      "/folder/.keep": .text(""),
    ])
  }

  private var path: String { "\(scratch.path)/sshd_config" }

  /// Writes a configuration, in which `{root}` stands for its folder.
  func write(_ template: String) {
    scratch.write(["/sshd_config": .text(template.replacing("{root}", with: scratch.path))])
  }

  /// Returns what the server says of what was written.
  func verdict() async throws -> Verdict {
    let result = try await Subprocess.run(
      .path(FilePath(Self.program)),
      arguments: ["-T", "-C", "lport=1", "-f", path, "-h", "\(scratch.path)/key"],
      workingDirectory: "/", input: .none, output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    var settings: [String: [String]] = [:]
    for line in result.standardOutput.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      settings[String(parts[0]), default: []].append(parts.count > 1 ? String(parts[1]) : "")
    }
    return Verdict(
      isAccepted: result.terminationStatus.isSuccess, settings: settings,
      errors: result.standardError)
  }

  /// Returns what our collector finds, from the files alone where the host does not run.
  func observation(of host: any Host = StoredFiles()) async -> Observation {
    await CollectorRun.observe("sshd", ["path": .string(path)], on: host)
  }

  /// Returns the fields in which a collected value differs from what the server prints.
  static func differences(_ value: EvidenceValue?, _ settings: [String: [String]]) -> [String] {
    let names = ["SILENT": "QUIET"]
    return (value?.objectValue ?? [:]).keys.filter { $0 != "match_blocks" }.filter { field in
      let printed = (settings[field] ?? []).flatMap { words($0) }.map { names[$0] ?? $0 }
      return printed != texts(value?[field]).flatMap { words($0) }
    }.sorted()
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "," }.map(String.init)
  }

  private static func texts(_ value: EvidenceValue?) -> [String] {
    switch value {
    case .string(let text): [text]
    case .int(let number): [String(number)]
    case .list(let elements): elements.flatMap { texts($0) }
    default: []
    }
  }
}

/// The files of this machine, without its running programs.
struct StoredFiles: Host {
  let isLive = false
  let isPrivileged = true
  var identity: HostIdentity { get async { await LocalHost().identity } }

  func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    try await LocalHost().read(path, limit: limit)
  }

  func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    try await LocalHost().status(of: path, followLinks: followLinks)
  }

  func list(_ directory: String) async throws(HostError) -> [String] {
    try await LocalHost().list(directory)
  }

  func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    throw HostError(.unsupported, command.line)
  }
}
