// Plumbline
// SPDX-License-Identifier: Apache-2.0

@testable import Collectors
@testable import EvidenceModel
import Glibc
import Testing
import TestSupport

struct HostTests {
  @Test func `a host in memory keeps the contract`() async {
    #expect(await HostConformance(MemoryHost(HostConformance.conformanceTree)).run() == [])
  }

  @Test func `a root folder keeps the contract`() async throws {
    let scratch = Scratch()
    HostConformance.write(to: scratch.path)
    #expect(await HostConformance(try RootDirectoryHost(scratch.path)).run() == [])
  }

  @Test func `this machine keeps the contract`() async {
    let scratch = Scratch()
    HostConformance.write(to: scratch.path)
    #expect(await HostConformance(LocalHost(), base: scratch.path).run() == [])
  }

  @Test func `a cache keeps the contract`() async {
    let host = CachingHost(MemoryHost(HostConformance.conformanceTree))
    #expect(await HostConformance(host).run() == [])
  }

  @Test(arguments: [
    "/etc/out", "/etc/far", "/etc/folder-out/passwd", "/etc/../../etc/passwd",
  ])
  func `no path leads out of a root folder`(path: String) async throws {
    let scratch = Scratch()
    scratch.write([
      "/etc/out": .link("../../../../../../etc/passwd"),
      "/etc/far": .link("out"),
      "/etc/folder-out": .link("../../../../etc"),
    ])
    let host = try RootDirectoryHost(scratch.path)
    let error = await #expect(throws: HostError.self) { try await host.read(path, limit: 4_096) }
    #expect(error?.code == .outsideRoot)
    #expect(error?.status == .denied)
  }

  @Test func `absolute links stay within a root folder`() async throws {
    let scratch = Scratch()
    scratch.write(["/etc/passwd": .text("inside"), "/link": .link("/etc/passwd")])
    let host = try RootDirectoryHost(scratch.path)
    #expect(try await host.read("/link").text == "inside")
    #expect(try await host.read("/etc/../link").text == "inside")
  }

  @Test func `a file without read permission is denied`() throws {
    let scratch = Scratch()
    scratch.write(["/etc/shadow": .refused(.denied)])
    // As root nothing is denied, so this thread gives up its file privileges for one call.
    typealias SetUser = @convention(c) (uid_t) -> CInt
    let setUser = unsafeBitCast(try #require(dlsym(nil, "setfsuid")), to: SetUser.self)
    let previous = setUser(65_534)
    defer { _ = setUser(uid_t(previous)) }
    let path = scratch.path + "/etc/shadow"
    let outcome = Result {
      try OpenPlace.open(path, name: path, followLinks: true).read(limit: 10, name: path)
    }
    #expect(throws: HostError(.denied, path)) { try outcome.get() }
  }

  @Test func `devices are not opened and made-up files are read`() async throws {
    let host = LocalHost()
    for path in ["/dev/zero", "/dev/tty", "/proc"] {
      let error = await #expect(throws: HostError.self) { try await host.read(path, limit: 10) }
      #expect(error?.code == .notRegularFile)
    }
    #expect(try await host.read("/proc/self/status").text.hasPrefix("Name:"))
    #expect(try await host.read("/proc/self/status").modified == nil)
  }

  @Test func `a folder that does not exist is no host`() {
    #expect(throws: HostError.self) { try RootDirectoryHost("/nonexistent/root") }
  }
}

struct LocalCommandTests {
  private func run(_ command: ReadOnlyCommand) async -> Result<CommandOutput, HostError> {
    do throws(HostError) {
      return .success(try await LocalHost().run(command))
    } catch {
      return .failure(error)
    }
  }

  @Test func `a command gets three names and no more from the environment`() async throws {
    let output = try await run(ReadOnlyCommand("env", [], timeLimit: 600_000)).get()
    #expect(
      output.text.split(separator: "\n").sorted() == [
        "HOME=/nonexistent", "LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
      ])
  }

  @Test func `a command that hangs is ended with its children`() async {
    let command = ReadOnlyCommand("sleep", ["3600.25"], timeLimit: 100)
    #expect(await run(command) == .failure(HostError(.timedOut, "sleep 3600.25")))
  }

  @Test func `a command without end is cut off`() async {
    #expect(
      await run(ReadOnlyCommand("yes", [], timeLimit: 600_000, outputLimit: 100_000))
        == .failure(HostError(.tooLarge, "yes")))
  }

  @Test func `a missing program is told`() async {
    #expect(
      await run(ReadOnlyCommand("plumbline-missing", []))
        == .failure(HostError(.notFound, "plumbline-missing")))
  }

  @Test func `a code other than zero is no error`() async throws {
    let output = try await run(ReadOnlyCommand("cat", ["/nonexistent"], timeLimit: 600_000)).get()
    #expect(output.exitCode == 1)
    #expect(output.errorText.contains("No such file or directory"))
  }

  @Test(arguments: ["--eval", "a b", "a;b", "", "$(x)", "a/b"])
  func `words that are no names reach no command`(word: String) {
    #expect(ReadOnlyCommand.rpmQuery(names: [word]) == nil)
    #expect(ReadOnlyCommand.systemctlShow(units: [word]) == nil)
  }
}
