// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Glibc
import Testing
import TestSupport

/// Access control lists and capabilities, compared with what their own programs say.
struct FileAttributeTests {
  private func observe(_ path: String) async -> Observation {
    await CollectorRun.observe("file", ["path": .string(path)], on: LocalHost())
  }

  private static func file() -> Scratch {
    let scratch = Scratch()
    scratch.write(["/program": .file(Array("#!".utf8), permissions: 0o755), "/folder": .directory])
    return scratch
  }

  @Test(.enabled(if: RealTool.isInstalled("/usr/bin/setfacl", "/usr/bin/getfacl")))
  func `an access control list is what getfacl says`() async throws {
    let scratch = Self.file()
    #expect(await observe("\(scratch.path)/program")["acl"] == [])
    for (name, rules) in [("program", "u:1:rwx,g:2:r,u:77777:--x"), ("folder", "o::-,m::r")] {
      let path = "\(scratch.path)/\(name)"
      guard RealTool.output("setfacl -m \(rules) \(path)") != nil else { continue }
      let expected = RealTool.lines("getfacl --omit-header --no-effective -p \(path)")
      let acl = await observe(path)["acl"]
      if expected.count > 3 { #expect(acl == .strings(expected)) }
    }
  }

  @Test(
    .enabled(if: geteuid() == 0 && RealTool.isInstalled("/usr/sbin/setcap", "/usr/sbin/getcap")),
    arguments: ["cap_net_raw=ep", "cap_bpf,cap_chown=p", "cap_setuid=eip", "cap_syslog=i"])
  func `capabilities are what getcap says`(capabilities: String) async throws {
    let scratch = Self.file()
    let path = "\(scratch.path)/program"
    #expect(await observe(path)["capabilities"] == [])
    guard RealTool.output("setcap \(capabilities) \(path)") != nil else { return }
    let shown = try #require(RealTool.lines("getcap \(path)").first?.split(separator: " ").last)
    // getcap joins the names that have the same sets.
    let parts = shown.split(separator: "=")
    let expected = parts[0].split(separator: ",").map { "\($0)=\(parts[1])" }.sorted()
    let own = await observe(path).value?["capabilities"]?.listValue?.compactMap(\.stringValue)
    #expect(own?.sorted() == expected)
  }

  @Test func `stored files in memory have neither, and say so by leaving them out`() async {
    let host = MemoryHost(["/a": .text("")])
    let observation = await CollectorRun.observe("file", ["path": "/a"], on: host)
    #expect(observation.status == .collected)
    #expect(observation["acl"] == nil)
    #expect(observation["capabilities"] == nil)
  }
}
