// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Glibc
import Synchronization
import Testing
import TestSupport

/// Files that change while they are read.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct ChangingFileTests {
  /// Makes a change again and again while the work goes on.
  private func whileChanging(
    _ change: @escaping @Sendable (Int) -> Void, _ work: () async -> Void
  ) async {
    let isOver = Mutex(false)
    async let changes: Void = {
      var count = 0
      while !isOver.withLock({ $0 }) {
        change(count)
        count += 1
        await Task.yield()
      }
    }()
    await work()
    isOver.withLock { $0 = true }
    await changes
  }

  private static let readers: [(collector: String, arguments: [String: EvidenceValue])] = [
    ("config", ["lens": "Simplevars.lns"]), ("csv", [:]), ("env-file", [:]), ("file", [:]),
    ("ini", [:]), ("json", [:]), ("text", ["pattern": "."]), ("toml", [:]), ("xml", [:]),
    ("yaml", [:]),
  ]

  private func observeAll(
    _ path: String, on host: any Host, times: Int,
    by readers: [(collector: String, arguments: [String: EvidenceValue])] = Self.readers
  ) async -> [Observation] {
    var observations: [Observation] = []
    for _ in 0..<times {
      for (collector, arguments) in readers {
        let query = arguments.merging(["path": .string(path)]) { given, _ in given }
        observations.append(await CollectorRun.observe(collector, query, on: host))
      }
    }
    return observations
  }

  @Test func `a file that comes and goes is there, absent or broken`() async throws {
    let scratch = Scratch()
    let host = try RootDirectoryHost(scratch.path)
    let path = "\(scratch.path)/f"
    await whileChanging { count in
      if count.isMultiple(of: 2) { scratch.write(["/f": .text("a=1\n")]) } else { unlink(path) }
    } _: {
      for observation in await observeAll("/f", on: host, times: 30) {
        #expect([.collected, .absent, .failed].contains(observation.status))
      }
    }
  }

  @Test func `a file that grows without end is read up to the limit`() async throws {
    let scratch = Scratch()
    scratch.write(["/f": .text("a=1\n")])
    let host = try RootDirectoryHost(scratch.path)
    let path = "\(scratch.path)/f"
    let before = MemoryPeak.restart()
    await whileChanging { count in
      guard let file = fopen(path, count.isMultiple(of: 500) ? "w" : "a") else { return }
      for _ in 0..<1_000 {
        fputs("a=1\nb=2 # more and more of it, as a log that is written\n", file)
      }
      fclose(file)
    } _: {
      for observation in await observeAll(
        "/f", on: host, times: 4, by: [("file", [:]), ("json", [:])])
      {
        #expect([.collected, .failed].contains(observation.status))
      }
    }
    #expect(MemoryPeak.grown(since: before) < 1 << 30)
  }

  @Test func `a file that turns into a link out of the root never shows what is outside`()
    async throws
  {
    let (scratch, outside) = (Scratch(), Scratch())
    outside.write(["/secret": .text("outside=1\n")])
    scratch.write(["/f": .text("inside=1\n"), "/folder/f": .text("inside=1\n")])
    let host = try RootDirectoryHost(scratch.path)
    let (inner, other) = ("\(scratch.path)/f", "\(scratch.path)/.new")
    await whileChanging { count in
      if count.isMultiple(of: 2) {
        symlink("\(outside.path)/secret", other)
      } else {
        scratch.write(["/.new": .text("inside=1\n")])
      }
      rename(other, inner)
    } _: {
      for observation in await observeAll("/f", on: host, times: 30) {
        #expect([.collected, .absent, .denied, .failed].contains(observation.status))
        #expect(observation.value.map { !CanonicalJSON.text(of: $0).contains("outside") } ?? true)
      }
    }
  }

  @Test func `a folder that changes is walked to its end`() async throws {
    let scratch = Scratch()
    for index in 0..<50 { scratch.write(["/srv/\(index)/a/b/c": .text("x")]) }
    let host = try RootDirectoryHost(scratch.path)
    await whileChanging { count in
      let (old, new) = (
        "\(scratch.path)/srv/\(count % 50)", "\(scratch.path)/srv/\((count + 1) % 50)/a/moved"
      )
      rename(old, new)
      rename(new, old)
    } _: {
      for _ in 0..<100 {
        let observation = await CollectorRun.observe("directory", ["path": "/srv"], on: host)
        #expect(observation.status == .collected)
        #expect((observation.value?["count"]?.intValue ?? 0) > 100)
      }
    }
  }
}
