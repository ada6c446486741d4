// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Glibc
import Testing
import TestSupport

/// Collectors over files that want to hang, crash or fool them.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct HostileFileTests {
  /// The collectors that read the file they are told, with their other arguments.
  private static let readers: [(collector: String, arguments: [String: EvidenceValue])] = [
    ("certificate", [:]), ("config", ["lens": "Simplevars.lns"]), ("config", ["lens": "Json.lns"]),
    ("config", ["lens": "Xml.lns"]), ("config", ["lens": "Shellvars.lns"]), ("csv", [:]),
    ("document", [:]), ("drill", [:]),
    ("env-file", [:]), ("file", [:]), ("incident-log", [:]), ("ini", [:]), ("json", [:]),
    ("nginx", [:]), ("restore-test", [:]), ("sshd", [:]),
    ("text", ["pattern": "a"]), ("toml", [:]), ("xml", [:]), ("yaml", [:]),
  ]

  private func observe(_ collector: String, _ arguments: [String: EvidenceValue], on host: any Host)
    async -> Observation
  {
    let collection = EvidenceCollection(
      registry: Collectors.registry, clock: FixedClock.now, timeLimit: 120_000)
    let query = EvidenceQuery(collector: collector, arguments: arguments)
    return await collection.run(plan: [query], asset: "test", on: host)[0]
  }

  @Test func `every collector of one file has its line`() {
    let ids = Collectors.all.map(\.description).filter { description in
      description.arguments.contains { $0.name == "path" }
        && !["directory", "mount"].contains(description.id)
    }.map(\.id)
    #expect(Set(ids).subtracting(Self.readers.map(\.collector)) == [])
  }

  @Test(arguments: readers.indices, HostileFile.all)
  func `nothing hangs, crashes, leads out or passes for evidence`(
    reader: Int, hostile: HostileFile
  ) async throws {
    let scratch = Scratch()
    hostile.write(to: "/etc/target.yaml", in: scratch)
    let (collector, arguments) = Self.readers[reader]
    let query = arguments.merging(["path": "/etc/target.yaml"]) { given, _ in given }
    let before = MemoryPeak.restart()
    let observation = await observe(collector, query, on: try RootDirectoryHost(scratch.path))
    #expect(MemoryPeak.grown(since: before) < 1 << 30)
    #expect(observation.status != .timedOut)
    // Attributes of anything are evidence; a digest is one of contents.
    if collector == "file" {
      let isFile = hostile.isText || hostile.description == "NUL bytes"
      #expect(isFile || observation.value?["sha256"] == nil)
    } else if !hostile.isText {
      #expect(observation.status != .collected)
      #expect(observation.value == nil)
      #expect(observation.reason != nil)
      // No file may be knowledge; a file that cannot be read never is.
      #expect(observation.status != .absent || hostile.description.hasSuffix("nothing"))
    }
    #expect(observation.sources.allSatisfy { $0.name != "/etc/passwd" })
  }

  /// What the running kernel has to offer; some of it is missing in containers.
  private static let kernelFiles: [String] = [
    "/dev/zero", "/dev/urandom", "/dev/tty", "/dev/full", "/dev/stdin", "/proc/kmsg",
    "/proc/self/mem", "/proc/self/pagemap", "/proc/kcore",
    "/proc/self/clear_refs", "/proc/sysrq-trigger", "/proc/self/fd", "/proc/self/exe/x",
    "/sys/kernel/debug/tracing/trace_pipe", "/sys/kernel/tracing/trace_pipe",
  ].filter { (path: String) in access(path, F_OK) == 0 }

  @Test(arguments: readers.indices, kernelFiles)
  func `files of the kernel that never end are refused`(reader: Int, path: String) async {
    let (collector, arguments) = Self.readers[reader]
    let query = arguments.merging(["path": .string(path)]) { given, _ in given }
    let before = MemoryPeak.restart()
    let observation = await observe(collector, query, on: LocalHost())
    #expect(MemoryPeak.grown(since: before) < 1 << 30)
    #expect(observation.status != .timedOut)
    if collector == "file" {
      #expect(observation.value?["sha256"] == nil)
    } else {
      #expect(observation.status != .collected, "\(path) as \(collector)")
    }
  }

  @Test(
    arguments: Set(Collectors.registry.descriptions.map(\.id)).subtracting(
      readers.map(\.collector)
    ).sorted(), HostileFile.all.filter { !$0.isLarge })
  func `collectors that know their files survive them`(id: String, hostile: HostileFile)
    async throws
  {
    let description = try #require(Collectors.registry[id]?.description)
    let scratch = Scratch()
    for path in CollectorTableTests.paths(of: description) where !path.contains("*") {
      let isFolder = path.hasSuffix(".d") || path.hasSuffix("system")
      hostile.write(to: isFolder ? "\(path)/junk.conf" : path, in: scratch)
    }
    let before = MemoryPeak.restart()
    let observation = await observe(
      id, description.exampleArguments, on: try RootDirectoryHost(scratch.path))
    #expect(MemoryPeak.grown(since: before) < 1 << 30)
    #expect(observation.status != .timedOut)
    #expect(observation.sources.allSatisfy { !$0.name.contains("..") })
  }
}

/// The most memory that this process had at once.
enum MemoryPeak {
  /// Starts counting anew and returns the bytes that are in use.
  static func restart() -> Int {
    if let file = fopen("/proc/self/clear_refs", "w") {
      fputs("5", file)
      fclose(file)
    }
    return bytes(of: "VmRSS")
  }

  /// Returns how much more was in use at some time; 0 where the kernel does not tell.
  static func grown(since start: Int) -> Int { max(0, bytes(of: "VmHWM") - start) }

  private static func bytes(of name: String) -> Int {
    for line in RealTool.lines("cat /proc/\(getpid())/status") where line.hasPrefix("\(name):") {
      return (line.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0) << 10
    }
    return 0
  }
}
