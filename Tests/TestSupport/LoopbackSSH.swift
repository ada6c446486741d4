// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Real OpenSSH servers on loopback ports, known by names through a client's configuration, and gone
/// after the test.
package final class LoopbackSSH: Sendable {
  /// The folder with keys and configurations.
  package let scratch = Scratch()
  /// The names of the hosts.
  package let names: [String]
  /// The port of each host, in the order of the names.
  package let ports: [Int]
  /// More settings of the servers.
  private let settings: [String]

  private static let server = "/usr/sbin/sshd"

  /// Whether servers can be started.
  package static var isInstalled: Bool {
    access(server, X_OK) == 0 && access("/usr/bin/ssh", X_OK) == 0
  }

  /// The client's configuration file.
  package var configuration: String { "\(scratch.path)/config" }
  /// The file of the hosts' keys.
  package var knownHosts: String { "\(scratch.path)/known_hosts" }
  /// The file of the key that logs in.
  package var identity: String { "\(scratch.path)/client" }

  /// Makes keys and configurations for hosts.
  ///
  /// - Parameters:
  ///   - names: the names of the hosts.
  ///   - settings: more settings of their servers.
  package init(_ names: [String], settings: [String] = ["Subsystem sftp internal-sftp"])
    async throws
  {
    self.names = names
    self.settings = settings
    ports = try names.map { _ in try Self.freePort() }
    try await makeKey("client")
    write([publicKey("client")], to: "authorized_keys")
    var client: [String] = []
    var known: [String] = []
    for (name, port) in zip(names, ports) {
      try await makeKey(name)
      write(serverConfiguration(name, port), to: "sshd_config.\(name)")
      client += ["Host \(name)", "HostName 127.0.0.1", "Port \(port)", "HostKeyAlias \(name)"]
      known.append("\(name) \(publicKey(name))")
    }
    client += ["Host *", "IdentityFile \(identity)", "IdentityAgent none"]
    write(client, to: "config")
    write(known, to: "known_hosts")
    // A server started by root wants this folder; the service's own start makes it.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
  }

  /// Runs the servers of some hosts while a body runs; of all when none is named.
  package func serve<Value: Sendable>(
    _ running: [String]? = nil, _ body: @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in running ?? names {
        let arguments = Arguments(["-D", "-e", "-f", "\(scratch.path)/sshd_config.\(name)"])
        group.addTask {
          _ = try? await Subprocess.run(
            .path(FilePath(Self.server)), arguments: arguments, input: .none,
            output: .discarded, error: .discarded)
        }
      }
      defer { group.cancelAll() }
      for (name, port) in zip(names, ports) where (running ?? names).contains(name) {
        while !Self.answers(port) { try await Task.sleep(for: .milliseconds(20)) }
      }
      return try await body()
    }
  }

  /// Gives a host another key than the one that is known.
  package func replaceKnownKey(of name: String) async throws {
    try await makeKey("other")
    let known = names.map { "\($0) \(publicKey($0 == name ? "other" : $0))" }
    write(known, to: "known_hosts")
  }

  /// Lets no key log in any more.
  package func revokeKeys() { write([], to: "authorized_keys") }

  /// Forgets the keys of all hosts.
  package func forgetKeys() { write([], to: "known_hosts") }

  private func serverConfiguration(_ name: String, _ port: Int) -> [String] {
    [
      "Port \(port)", "ListenAddress 127.0.0.1", "HostKey \(scratch.path)/\(name)", "PidFile none",
      "AuthorizedKeysFile \(scratch.path)/authorized_keys", "StrictModes no",
      "PasswordAuthentication no", "PermitRootLogin prohibit-password", "UsePAM no",
      "MaxStartups 100",
    ] + settings
  }

  private func makeKey(_ name: String) async throws {
    _ = try await Subprocess.run(
      .path("/usr/bin/ssh-keygen"),
      arguments: ["-q", "-t", "ed25519", "-N", "", "-f", "\(scratch.path)/\(name)"],
      input: .none, output: .discarded, error: .discarded)
  }

  private func publicKey(_ name: String) -> String {
    Self.read("\(scratch.path)/\(name).pub").split(separator: " ").prefix(2).joined(separator: " ")
  }

  private func write(_ lines: [String], to name: String) {
    Scratch.write(.text(lines.map { $0 + "\n" }.joined()), to: "\(scratch.path)/\(name)")
  }

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  // MARK: - Ports

  /// Returns a port that nothing listens on.
  package static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    return withLoopback(port: 0) { address, size in
      var size = size
      _ = bind(descriptor, address, size)
      _ = getsockname(descriptor, address, &size)
    }
  }

  private static func answers(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var result: Int32 = -1
    _ = withLoopback(port: port) { address, size in result = connect(descriptor, address, size) }
    return result == 0
  }

  /// Hands out an address of this machine and returns its port as it is afterwards.
  private static func withLoopback(
    port: Int, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Void
  ) -> Int {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
      return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
  }
}

/// A port of this machine that takes connections and never says a word.
package final class SilentPort: Sendable {
  /// The port.
  package let port: Int
  private let descriptor: Int32

  package init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    port = try LoopbackSSH.freePort()
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    _ = listen(descriptor, 8)
  }

  deinit { close(descriptor) }
}
