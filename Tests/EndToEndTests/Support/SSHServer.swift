// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Subprocess
import SystemPackage
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A real OpenSSH server over a configuration of the tests, on a loopback port of its own.
struct SSHServer {
  static let program = "/usr/sbin/sshd"

  /// Whether the tests can start one.
  static var isInstalled: Bool { access(program, X_OK) == 0 }

  /// The root of the host that it serves.
  let scratch = Scratch()
  /// The port of its configuration.
  let port: Int
  /// The settings that keep every control.
  let settings: [String]

  var configuration: String { "\(scratch.path)/root/etc/ssh/sshd_config" }
  private var key: String { "\(scratch.path)/root/etc/ssh/ssh_host_ed25519_key" }

  init() async throws {
    port = Loopback.freePort()
    settings = """
      PermitRootLogin no
      PermitEmptyPasswords no
      HostbasedAuthentication no
      IgnoreRhosts yes
      PubkeyAuthentication yes
      StrictModes yes
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      MaxAuthTries 4
      LoginGraceTime 60
      ClientAliveInterval 300
      ClientAliveCountMax 3
      Ciphers aes256-gcm@openssh.com,aes128-gcm@openssh.com
      MACs hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com
      KexAlgorithms curve25519-sha256,curve25519-sha256@libssh.org
      AllowTcpForwarding no
      GatewayPorts no
      AllowAgentForwarding no
      X11Forwarding no
      PermitUserEnvironment no
      LogLevel VERBOSE
      Banner /etc/issue.net
      """.split(separator: "\n").map(String.init)
    try scratch.write("readonly TMOUT=900 ; export TMOUT\n", to: "root/etc/profile")
    try scratch.writeAssessment(root: "../root")
    try write(settings)
    _ = try await Program.command(
      "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key])
    // A server started by root wants this folder; the service's own start makes it.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
  }

  /// Writes the configuration: where the server listens, then settings.
  func write(_ settings: [String]) throws {
    let head = ["Port \(port)", "ListenAddress 127.0.0.1", "HostKey \(key)", "PidFile none"]
    try scratch.write((head + settings).joined(separator: "\n") + "\n", to: configurationName)
  }

  /// Returns the number of the line that holds a text.
  func line(of text: String) throws -> Int? {
    let lines = try scratch.text(configurationName).split(separator: "\n")
    return lines.firstIndex { $0.trimmed == text }.map { $0 + 1 }
  }

  private var configurationName: String { "root/etc/ssh/sshd_config" }

  /// Asks OpenSSH what the configuration comes to for a connection.
  func effective(_ connection: String) async throws -> Program.Run {
    try await Program.command(Self.program, ["-T", "-f", configuration, "-C", connection])
  }

  /// Runs the server while a body runs.
  func serve(_ body: () async throws -> Void) async throws {
    let arguments = Arguments(["-D", "-e", "-f", configuration])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        _ = try await Subprocess.run(
          .path(FilePath(Self.program)), arguments: arguments, input: .none,
          output: .discarded, error: .discarded)
      }
      defer { group.cancelAll() }
      try await body()
    }
  }

  /// Returns the host key that the running server shows, as soon as it answers.
  func shownKey() async throws -> String {
    for _ in 0..<100 {
      let scan = try await Program.command(
        "/usr/bin/ssh-keyscan", ["-t", "ed25519", "-p", String(port), "127.0.0.1"])
      if let key = scan.output.split(separator: " ").last { return key.trimmed }
      try await Task.sleep(for: .milliseconds(100))
    }
    return ""
  }

  /// Returns how the running server greets, as soon as it does.
  func greeting() async throws -> String {
    for _ in 0..<200 {
      let greeting = Loopback.exchange("hello\r\n", port: port)
      if !greeting.isEmpty { return greeting }
      try await Task.sleep(for: .milliseconds(50))
    }
    return ""
  }

  /// Returns the host key that was made for the server.
  func madeKey() throws -> String {
    let fields = try scratch.text("root/etc/ssh/ssh_host_ed25519_key.pub").split(separator: " ")
    return fields.count > 1 ? String(fields[1]) : ""
  }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
