// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Collectors
import Diagnostics
import EvidenceModel
import Glibc
import Testing
import TestSupport

struct CollectorTableTests {
  @Test func `every collector file has its line in the table`() throws {
    let tests = String(#filePath).split(separator: "/").dropLast(3).joined(separator: "/")
    let found = RealTool.lines("find /\(tests)/Sources/Collectors -name '*Collector.swift'")
    let files = Set(
      found.compactMap { $0.split(separator: "/").last?.dropLast(6) }.map(String.init))
    #expect(files == Set(Collectors.all.map { String(describing: type(of: $0)) }))
    let ids = Collectors.all.map(\.description.id)
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
  }

  @Test(arguments: Collectors.registry.descriptions.map(\.id))
  func `every collector is documented and its example has the declared type`(id: String) throws {
    let description = try #require(Collectors.registry[id]?.description)
    let error = CELValue.shapeError(in: description.example, as: .record(description.output))
    #expect(error == nil, "\(error?.description.en ?? "")")
    #expect(description.problems(in: description.exampleArguments).isEmpty)
    var texts = [description.summary, description.privileges, description.reads]
    texts += description.arguments.map(\.doc)
    texts += documentation(of: description.output)
    for text in texts { #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en) }
  }

  private func documentation(of record: RecordType) -> [LocalizedText] {
    record.fields.flatMap { field -> [LocalizedText] in
      if case .list(.record(let inner)) = field.type {
        return [field.documentation] + documentation(of: inner)
      }
      return [field.documentation]
    }
  }

  @Test(arguments: Collectors.registry.descriptions.map(\.id), [true, false])
  func `an empty host gives no evidence and no crash`(id: String, isLive: Bool) async throws {
    let description = try #require(Collectors.registry[id]?.description)
    let host = MemoryHost(isLive: isLive)
    let observation = await CollectorRun.observe(id, description.exampleArguments, on: host)
    let isEmptyTable = id == "socket" && isLive
    #expect(isEmptyTable || [.absent, .unsupported].contains(observation.status))
    #expect(isEmptyTable || observation.reason != nil)
  }

  /// Every path that a collector looks at, so that each can be refused or filled with junk.
  private static let paths = [
    "/etc/passwd", "/etc/group", "/etc/shadow", "/etc/login.defs", "/etc/ssh/sshd_config",
    "/etc/systemd/journald.conf", "/etc/systemd/journald.conf.d", "/etc/fstab", "/etc/sysctl.conf",
    "/etc/sysctl.d", "/var/lib/dpkg/status",
    "/etc/crypttab", "/etc/sudoers", "/etc/selinux/config", "/etc/crontab",
    "/etc/os-release", "/etc/modprobe.d", "/etc/audit/rules.d", "/proc/modules",
    "/proc/self/status",
    "/etc/systemd/system", "/proc/net/tcp", "/proc/self/mountinfo", "/proc/sys/net/ipv4/ip_forward",
    "/etc/nginx/nginx.conf", "/etc/rsyslog.conf", "/etc/logrotate.conf",
    "/records/documents.yaml", "/records/drills.yaml", "/records/incidents.yaml",
    "/records/restore-tests.yaml", "/records/restore-tests.csv", "/etc/nginx/tls",
  ]

  /// Those paths, and the one of a collector's example.
  static func paths(of description: CollectorDescription) -> Set<String> {
    Set(paths).union([description.exampleArguments["path"]?.stringValue].compactMap(\.self))
  }

  @Test(arguments: Collectors.registry.descriptions.map(\.id), [true, false])
  func `a host that refuses everything is denied, never absent`(id: String, isLive: Bool)
    async throws
  {
    let description = try #require(Collectors.registry[id]?.description)
    let entries = Dictionary(
      uniqueKeysWithValues: Self.paths(of: description).map {
        ($0, MemoryHost.Entry.refused(.denied))
      })
    let host = MemoryHost(isLive: isLive, isPrivileged: false, entries)
    let observation = await CollectorRun.observe(id, description.exampleArguments, on: host)
    switch id {
    case "file": #expect(observation.value?["sha256"] == nil)
    case "socket" where !isLive, "process" where !isLive:
      #expect(observation.status == .unsupported)
    default: #expect(observation.status == .denied, "\(observation.status)")
    }
  }

  @Test(arguments: Collectors.registry.descriptions.map(\.id), [0, 1, 2, 3, 4])
  func `junk is never a crash`(id: String, kind: Int) async throws {
    let description = try #require(Collectors.registry[id]?.description)
    let junk: [UInt8] =
      switch kind {
      case 0: [0, 1, 2, 0, 255]
      case 1: Array(repeating: 0xFF, count: 1_000) + [0x0A] + Array("a:\u{80}".utf8)
      case 2: Array(repeating: UInt8(ascii: "a"), count: 2_000_000)
      case 3: Array(":::::::::\n = = = \n-9223372036854775808:99999999999999999999:\n[[[\n".utf8)
      default: Array(String(repeating: "x 99999999999999999999w -1 : = \"\n", count: 500).utf8)
      }
    let entries = Dictionary(
      uniqueKeysWithValues: Self.paths(of: description).map { path in
        let isFolder = path.hasSuffix(".d") || path.hasSuffix("system") || path.hasSuffix("tls")
        return (isFolder ? "\(path)/junk.conf" : path, MemoryHost.Entry.file(junk))
      })
    for isLive in [true, false] {
      let host = MemoryHost(isLive: isLive, entries)
      let observation = await CollectorRun.observe(id, description.exampleArguments, on: host)
      if kind == 0, ["config", "sshd", "account", "mount"].contains(id) {
        #expect(observation.status == .failed)
      }
    }
  }
}
