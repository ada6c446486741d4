// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Glibc
import Synchronization
import Testing
import TestSupport

/// Walks of real folders, compared with `find`.
struct DirectoryCollectorTests {
  private static func tree() -> Scratch {
    let scratch = Scratch()
    scratch.write([
      "/etc/passwd": .text("root:x:0:0::/root:/bin/sh\nshop:x:0:0::/:/bin/sh\n"),
      "/srv/a/plain.txt": .text("hello"),
      "/srv/a/open.php": .file([], permissions: 0o666),
      "/srv/a/.hidden": .text("h"),
      "/srv/b/setuid": .file(Array("x".utf8), permissions: 0o4755),
      "/srv/b/deep/er/日志.log": .text("log"),
      "/srv/b/out": .link("/../../../../etc"), "/srv/b/loop": .link("."),
      "/srv/b/lost": .link("nothing"), "/srv/pipe": .device, "/srv/vacant": .directory,
      "/srv/z\u{7F}\n": .text("odd name"),
    ])
    return scratch
  }

  private func observe(_ arguments: [String: EvidenceValue], on host: any Host) async
    -> Observation
  {
    let arguments = arguments.merging(["path": "/srv"]) { given, _ in given }
    return await CollectorRun.observe("directory", arguments, on: host)
  }

  private func paths(_ observation: Observation) -> [String] {
    observation.value?["entries"]?.listValue?.compactMap { $0["path"]?.stringValue } ?? []
  }

  @Test(
    arguments: [
      ([:], ""),
      (["kind": "file"], "-type f"),
      (["kind": ["directory", "symlink"]], #"\( -type d -o -type l \)"#),
      (["kind": "other"], "-type p"),
      (["any_permissions": "0002"], "! -type l -perm /0002"),
      (["all_permissions": "4001"], "! -type l -perm -4001"),
      (["name": "*.log"], "-name '*.log'"),
      (["name": ["*.php", "plain*"]], #"\( -name '*.php' -o -name 'plain*' \)"#),
      (["depth": 1], "-maxdepth 1"),
      (["min_size": 2, "kind": "file"], "-type f -size +1c"),
      (["exclude": "/srv/b/*"], "! -path '*/srv/b/*'"),
      (["modified_before": "2001-01-01"], "! -newermt 2001-01-01"),
    ] as [([String: EvidenceValue], String)])
  func `filters find what find finds`(arguments: [String: EvidenceValue], test: String)
    async throws
  {
    let scratch = Self.tree()
    let observation = await observe(arguments, on: try RootDirectoryHost(scratch.path))
    let found = try #require(
      RealTool.output("cd \(scratch.path) && find ./srv -mindepth 1 \(test) -print0"))
    let expected = found.split(separator: "\0").map { String($0.dropFirst()) }
    #expect(Set(paths(observation)) == Set(expected))
    #expect(observation["count"] == .int(Int64(expected.count)))
    #expect(observation["unreadable"] == [])
  }

  @Test func `links are told with their targets and never followed`() async throws {
    let scratch = Self.tree()
    let host = try RootDirectoryHost(scratch.path)
    let observation = await observe(["kind": "symlink"], on: host)
    #expect(paths(observation) == ["/srv/b/loop", "/srv/b/lost", "/srv/b/out"])
    #expect(observation["entries.0.link_target"] == ".")
    #expect(observation["visited"] == 15)
  }

  @Test func `more than the limit is counted, not listed`() async throws {
    let scratch = Self.tree()
    let observation = await observe(["limit": 2], on: try RootDirectoryHost(scratch.path))
    #expect(paths(observation) == ["/srv/a", "/srv/b"] || paths(observation).count == 2)
    #expect(observation["count"] == 15)
  }

  @Test func `owners are known by name and number`() async throws {
    let host = MemoryHost([
      "/etc/passwd": .text("root:x:0:0::/:/bin/sh\nshop:x:1000:1000::/:/bin/sh\n"),
      "/srv/a": .file([], userID: 1_000), "/srv/b": .file([], userID: 77), "/srv/c": .text(""),
    ])
    #expect(paths(await observe(["owner": "shop"], on: host)) == ["/srv/a"])
    #expect(paths(await observe(["owner": ["77", "root"]], on: host)) == ["/srv/b", "/srv/c"])
    #expect(paths(await observe(["not_owner": "root"], on: host)) == ["/srv/a", "/srv/b"])
    #expect(paths(await observe(["unowned": true], on: host)) == ["/srv/b"])
    #expect(paths(await observe(["owner": "nobody"], on: host)) == [])
  }

  @Test func `what is missing is absent, what is shut is denied or listed`() async {
    #expect(await observe([:], on: MemoryHost()).status == .absent)
    #expect(await observe([:], on: MemoryHost(["/srv": .text("")])).status == .absent)
    let shut = MemoryHost(["/srv/a/b": .text(""), "/srv": .refused(.denied)])
    #expect(await observe([:], on: shut).status != .collected)
    let inner = ShutHost(base: MemoryHost(["/srv/a/b": .text(""), "/srv/c/d": .text("")]))
    let observation = await observe([:], on: inner)
    #expect(observation["unreadable"] == ["/srv/a"])
    #expect(observation["unreadable_count"] == 1)
    #expect(paths(observation) == ["/srv/a", "/srv/c", "/srv/c/d"])
  }

  @Test(
    arguments: [
      ["any_permissions": "0o2"], ["any_permissions": "9"], ["depth": -1], ["kind": "files"],
      ["modified_after": "yesterday"], ["owner": 0],
    ] as [[String: EvidenceValue]])
  func `wrong filters are found when the catalog loads`(arguments: [String: EvidenceValue]) throws {
    let description = try #require(Collectors.registry["directory"]?.description)
    let all = arguments.merging(["path": "/srv"]) { given, _ in given }
    #expect(description.problems(in: all).count == 1)
  }

  @Test func `all queries of a collection read each folder once`() async throws {
    let scratch = Self.tree()
    let host = CountingHost(base: try RootDirectoryHost(scratch.path))
    let plan = [
      ["path": "/srv"], ["path": "/srv", "any_permissions": "0002"], ["path": "/srv/b/"],
      ["path": "/srv/b/deep", "kind": "file"], ["path": "/", "depth": 2],
    ].map { EvidenceQuery(collector: "directory", arguments: $0) }
    let collection = EvidenceCollection(
      registry: Collectors.registry, clock: FixedClock.now, timeLimit: 600_000)
    let observations = await collection.run(plan: plan, asset: "test", on: host)
    #expect(observations.map(\.status) == Array(repeating: .collected, count: 5))
    let log = Set(
      observations.filter { $0.query.arguments["kind"] != nil }.flatMap { paths($0) })
    #expect(log == ["/srv/b/deep/er/日志.log"])
    #expect(
      host.folders.withLock { $0.sorted() } == [
        "/", "/etc", "/srv", "/srv/a", "/srv/b", "/srv/b/deep", "/srv/b/deep/er", "/srv/vacant",
      ])
  }

  @Test func `file systems mounted below are left out unless they are asked for`() async {
    let inner = await observe(["path": "/", "depth": 2, "name": "self"], on: LocalHost())
    #expect(!paths(inner).contains("/proc/self"))
    let all = await observe(
      ["path": "/", "depth": 2, "name": "self", "cross_mounts": true], on: LocalHost())
    #expect(paths(all).contains("/proc/self"))
  }
}

/// A host that counts how often each folder is read.
private final class CountingHost: Host {
  let base: RootDirectoryHost
  let folders = Mutex<[String]>([])

  init(base: RootDirectoryHost) { self.base = base }

  var identity: HostIdentity { get async { await base.identity } }
  var isLive: Bool { false }
  var isPrivileged: Bool { true }

  func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    try await base.read(path, limit: limit)
  }
  func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    try await base.status(of: path, followLinks: followLinks)
  }
  func list(_ directory: String) async throws(HostError) -> [String] {
    try await base.list(directory)
  }
  func entries(in directory: String) async throws(HostError) -> [DirectoryEntry] {
    folders.withLock { $0.append(directory) }
    return try await base.entries(in: directory)
  }
  func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    try await base.run(command)
  }
}

/// A host that does not let anyone look into `/srv/a`.
private struct ShutHost: Host {
  let base: MemoryHost

  var identity: HostIdentity { get async { await base.identity } }
  var isLive: Bool { false }
  var isPrivileged: Bool { false }

  func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    try await base.read(path, limit: limit)
  }
  func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    try await base.status(of: path, followLinks: followLinks)
  }
  func list(_ directory: String) async throws(HostError) -> [String] {
    if directory == "/srv/a" { throw HostError(.denied, directory) }
    return try await base.list(directory)
  }
  func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    try await base.run(command)
  }
}
