// Plumbline
// SPDX-License-Identifier: Apache-2.0

@testable import Collectors
import Diagnostics
@testable import EvidenceModel
import Glibc
import TestSupport
import Testing

/// Reads real machines over a real OpenSSH server.
@Suite(.enabled(if: LoopbackSSH.isInstalled, "needs openssh-server and openssh-client"))
struct SSHHostTests {
  private func target(_ server: LoopbackSSH, sudo: Bool? = nil) -> SSHTarget {
    SSHTarget(
      host: server.names[0], knownHosts: server.knownHosts, configuration: server.configuration,
      usesSudo: sudo, connectTimeout: 30)
  }

  private func onHost<Value: Sendable>(
    settings: [String] = ["Subsystem sftp internal-sftp"], sudo: Bool? = nil,
    _ work: @escaping @Sendable (SSHHost) async -> Value
  ) async throws -> Value {
    let server = try await LoopbackSSH(["web-1"], settings: settings)
    return try await server.serve {
      try await SSHConnection.open(target(server, sudo: sudo), work)
    }
  }

  @Test func `a machine over SSH keeps the contract`() async throws {
    let scratch = Scratch()
    HostConformance.write(to: scratch.path)
    let path = scratch.path
    #expect(try await onHost { await HostConformance($0, base: path).run() } == [])
  }

  @Test(.enabled(if: Sudo.asksNothing, "needs sudo without a password"))
  func `a machine over SSH with sudo keeps the contract`() async throws {
    let scratch = Scratch()
    HostConformance.write(to: scratch.path)
    let path = scratch.path
    let isPrivileged = try await onHost(sudo: true) { host in
      #expect(await HostConformance(host, base: path).run() == [])
      let output = try? await host.run(ReadOnlyCommand("id", ["-u"], timeLimit: 600_000))
      #expect(output?.text == "0\n")
      return host.isPrivileged
    }
    #expect(isPrivileged)
  }

  @Test func `it tells the same of files and itself as the machine does`() async throws {
    let scratch = Scratch()
    let large = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    scratch.write(["/large": .file(large), "/chunk": .file(Array(large[..<65_536]))])
    let local = LocalHost()
    try await onHost { host in
      for path in ["/large", "/chunk"].map({ scratch.path + $0 }) + ["/etc/passwd"] {
        let read = try? await host.read(path).bytes
        #expect(read == (try? await local.read(path).bytes), "\(path)")
      }
      #expect((try? await host.read("/proc/mounts").modified) == nil)
      #expect((try? await host.read("/proc/mounts").text.contains(" / ")) == true)
      #expect((try? await host.list("/etc")) == (try? await local.list("/etc")))
      var identity = await local.identity
      identity.access = .ssh
      #expect(await host.identity == identity)
    }
  }

  @Test(arguments: ["/dev/zero", "/dev/tty", "/proc"])
  func `devices are not read`(path: String) async throws {
    let code = try await onHost { host in
      do throws(HostError) {
        _ = try await host.read(path, limit: 10)
        return HostError.Code?.none
      } catch {
        return error.code
      }
    }
    #expect(code == .notRegularFile)
  }

  @Test(arguments: [
    "plain", "with space", "$(touch x)", "`id`", "'", "''", "\"", "a;b", "a\nb", "*", "!1", "-n",
    "\\",
    "日志", "~", "$HOME", "",
  ])
  func `words arrive as they are`(word: String) async throws {
    let output = try await onHost { host in
      try? await host.run(ReadOnlyCommand("printf", ["%s|", word, "end"], timeLimit: 600_000))
    }
    #expect(output?.text == "\(word)|end|")
  }

  @Test func `file names arrive as they are`() async throws {
    let scratch = Scratch()
    let names = ["a b", "$(id)", "'", "\"", "a;b", "a\nb", "*", "-n", "日志", "\\"]
    scratch.write(Dictionary(uniqueKeysWithValues: names.map { ("/d/\($0)", .text($0)) }))
    try await onHost { host in
      for name in names {
        #expect((try? await host.read("\(scratch.path)/d/\(name)").text) == name)
      }
      #expect((try? await host.list("\(scratch.path)/d"))?.sorted() == names.sorted())
    }
  }

  @Test func `a command gets three names and no more from the environment`() async throws {
    let output = try await onHost { host in
      try? await host.run(ReadOnlyCommand("env", [], timeLimit: 600_000))
    }
    #expect(
      output?.text.split(separator: "\n").sorted() == [
        "HOME=/nonexistent", "LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
      ])
  }

  @Test func `what goes wrong with a command is told as on this machine`() async throws {
    try await onHost { host in
      @Sendable func run(_ command: ReadOnlyCommand) async -> Result<CommandOutput, HostError> {
        do throws(HostError) {
          return .success(try await host.run(command))
        } catch {
          return .failure(error)
        }
      }
      #expect(
        await run(ReadOnlyCommand("plumbline-missing", [], timeLimit: 600_000))
          == .failure(HostError(.notFound, "plumbline-missing")))
      #expect(
        await run(ReadOnlyCommand("sleep", ["3600.5"], timeLimit: 300))
          == .failure(HostError(.timedOut, "sleep 3600.5")))
      #expect(
        await run(ReadOnlyCommand("yes", [], timeLimit: 600_000, outputLimit: 100_000))
          == .failure(HostError(.tooLarge, "yes")))
      let output = await run(ReadOnlyCommand("cat", ["/nonexistent"], timeLimit: 600_000))
      #expect((try? output.get())?.exitCode == 1)
      #expect((try? output.get())?.errorText.contains("No such file") == true)
    }
  }

  @Test func `many requests at once go over one connection`() async throws {
    let passwd = try await LocalHost().read("/etc/passwd").bytes
    try await onHost { host in
      await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<500 {
          group.addTask { (try? await host.read("/etc/passwd").bytes) == passwd }
        }
        for await isSame in group { #expect(isSame) }
      }
    }
  }

  // MARK: - Refusals

  private func refusal(
    _ server: LoopbackSSH, running: [String]? = nil,
    _ change: (inout SSHTarget) -> Void = { _ in }
  ) async throws -> String {
    var target = target(server)
    change(&target)
    let changed = target
    return try await server.serve(running) {
      do throws(SSHFailure) {
        try await SSHConnection.open(changed) { _ in }
        return "connected"
      } catch {
        return error.message.en
      }
    }
  }

  @Test func `an unknown host key is refused`() async throws {
    let server = try await LoopbackSSH(["web-1"])
    server.forgetKeys()
    #expect(try await refusal(server) == SSHMessages.hostKeyUnknown.en)
  }

  @Test func `a changed host key is refused`() async throws {
    let server = try await LoopbackSSH(["web-1"])
    try await server.replaceKnownKey(of: "web-1")
    #expect(try await refusal(server) == SSHMessages.hostKeyChanged.en)
  }

  @Test func `a key that may not log in is refused`() async throws {
    let server = try await LoopbackSSH(["web-1"])
    server.revokeKeys()
    #expect(try await refusal(server) == SSHMessages.refused.en)
  }

  @Test func `a server without files is told`() async throws {
    let server = try await LoopbackSSH(["web-1"], settings: [])
    #expect(try await refusal(server) == SSHMessages.noSubsystem.en)
  }

  @Test func `a login that prints text is told`() async throws {
    let server = try await LoopbackSSH(["web-1"], settings: ["Subsystem sftp /bin/echo Welcome"])
    #expect(try await refusal(server) == SSHMessages.notSFTP.en)
  }

  @Test func `a port that nobody serves is told`() async throws {
    let server = try await LoopbackSSH(["web-1"])
    #expect(try await refusal(server, running: []).contains("Connection refused"))
  }

  @Test func `a host that never answers is given up`() async throws {
    let server = try await LoopbackSSH(["web-1"])
    let silent = try SilentPort()
    let message = try await refusal(server, running: []) {
      $0.port = silent.port
      $0.connectTimeout = 1
    }
    #expect(message.contains("cannot be reached"), "\(message)")
  }

  @Test func `a connection leaves nothing behind`() async throws {
    let socket = try await onHost { host in
      let socket = host.commands.client.socket
      #expect(access(socket, F_OK) == 0)
      return socket
    }
    #expect(access(socket, F_OK) != 0)
    #expect(access(String(socket.dropLast(2)), F_OK) != 0)
  }
}

/// The `sudo` of this machine.
private enum Sudo {
  /// Whether this user may run everything without being asked.
  static let asksNothing = system("/usr/bin/sudo -n /bin/true >/dev/null 2>&1") == 0
}
