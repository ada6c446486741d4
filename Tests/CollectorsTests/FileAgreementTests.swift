// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Glibc
import Testing
import TestSupport

/// Attributes of real files, compared with what `stat`, `readlink` and `sha256sum` say.
struct FileAgreementTests {
  private static let scratch: Scratch = {
    let scratch = Scratch()
    scratch.write([
      "/plain": .file(Array("hello\n".utf8), permissions: 0o640),
      "/empty": .file([], permissions: 0o000),
      "/setuid": .file(Array("x".utf8), permissions: 0o6755),
      "/large": .file(Array(repeating: 7, count: 3_000_000), permissions: 0o444),
      "/owned": .file(Array("o".utf8), permissions: 0o600),
      "/folder": .directory, "/pipe": .device, "/日志 a": .text("log"),
      "/link": .link("plain"), "/lost": .link("nothing"), "/up": .link("folder"),
    ])
    chmod("\(scratch.path)/folder", 0o1777)
    // Only the superuser can give a file away; for others it stays theirs.
    _ = chown("\(scratch.path)/owned", 54_321, 12_345)
    return scratch
  }()

  @Test(arguments: [
    "plain", "empty", "setuid", "large", "owned", "folder", "pipe", "日志 a", "link", "lost", "up",
  ])
  func `attributes are what stat and sha256sum say`(name: String) async throws {
    try await compare("\(Self.scratch.path)/\(name)")
  }

  @Test(arguments: [
    "/etc/passwd", "/etc/shadow", "/tmp", "/dev/null", "/bin/sh", "/etc/mtab", "/proc/version",
    "/usr/bin/su",
  ])
  func `files of this machine agree too`(path: String) async throws {
    try await compare(path)
  }

  private func compare(_ path: String) async throws {
    let file = await CollectorRun.observe("file", ["path": .string(path)], on: LocalHost())
    #expect(file.status == .collected)
    // A link counts as its target, a lost one as itself.
    let follow = RealTool.output("test -e '\(path)'") == nil ? "" : "-L"
    let format = "%a %u %g %s %Y %F"
    let words = try #require(RealTool.lines("stat \(follow) -c '\(format)' '\(path)'").first)
      .split(separator: " ", maxSplits: 5).map(String.init)
    let mode = Int64(words[0], radix: 8)
    #expect(file.value?["permissions"]?.intValue == mode)
    #expect(file.value?["mode"]?.stringValue.flatMap { Int64($0, radix: 8) } == mode)
    #expect(file.value?["uid"]?.intValue == Int64(words[1]))
    #expect(file.value?["gid"]?.intValue == Int64(words[2]))
    #expect(file.value?["size"]?.intValue == Int64(words[3]))
    let kinds = [
      "regular file": "file", "regular empty file": "file", "directory": "directory",
      "symbolic link": "symlink",
    ]
    #expect(file.value?["type"]?.stringValue == kinds[words[5]] ?? "other")
    for (field, format) in [("owner", "%U"), ("group", "%G")] {
      let name = RealTool.lines("stat \(follow) -c \(format) '\(path)'").first
      #expect(file.value?[field]?.stringValue ?? "UNKNOWN" == name)
    }
    let seconds = RealTool.lines(
      "date -d '\(file.value?["modified"]?.stringValue ?? "")' +%s"
    ).first
    if !path.hasPrefix("/proc/"), !path.hasPrefix("/dev/") { #expect(seconds == words[4]) }
    #expect(file.value?["link_target"]?.stringValue == RealTool.lines("readlink '\(path)'").first)
    let isFile = kinds[words[5]] == "file" && access(path, R_OK) == 0
    let digest = isFile ? RealTool.lines("sha256sum < '\(path)'").first.map { $0.prefix(64) } : nil
    #expect(file.value?["sha256"]?.stringValue == digest.map(String.init))
  }
}
