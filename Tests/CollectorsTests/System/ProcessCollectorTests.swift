// Plumbline
// SPDX-License-Identifier: Apache-2.0

@testable import Collectors
import EvidenceModel
import Glibc
import Testing
import TestSupport

struct ProcessCollectorTests {
  private func host(_ arguments: [String]) -> MemoryHost {
    MemoryHost(
      isLive: true,
      [
        "/proc/self/status": .text("Name:\ta\n"), "/etc/passwd": .text("www:x:33:33::/:/bin/sh\n"),
        "/proc/7/status": .text("Name:\tsystemd-journal\nPPid:\t1\nUid:\t0\t33\t0\t0\n"),
        "/proc/7/cmdline": .text(arguments.joined(separator: "\0") + "\0"),
        "/proc/9/status": .text("Name:\tkworker/0:1\nPPid:\t2\nUid:\t0\t0\t0\t0\n"),
        "/proc/9/cmdline": .text(""), "/proc/11/status": .text("Name:\tgone\n"),
      ])
  }

  @Test func `a process has its whole name, its user and its words`() async {
    let all = await CollectorRun.observe(
      "process", on: host(["/usr/lib/systemd/systemd-journald", "", "-x"]))
    #expect(
      all["processes"] == [
        [
          "pid": 7, "parent": 1, "name": "systemd-journald", "uid": 33, "user": "www",
          "arguments": ["/usr/lib/systemd/systemd-journald", "", "-x"], "is_kernel": false,
        ],
        [
          "pid": 9, "parent": 2, "name": "kworker/0:1", "uid": 0, "arguments": [],
          "is_kernel": true,
        ],
      ])
    #expect(all.origin("processes", "0") == "/proc/7/status")
    let some = await CollectorRun.observe(
      "process", ["names": "systemd-journald"], on: host(["/lib/systemd/systemd-journald"]))
    #expect(some.value?["processes"]?.listValue?.count == 1)
    let none = await CollectorRun.observe("process", ["names": "systemd-journal"], on: host(["x"]))
    #expect(none.value?["processes"]?.listValue?.count == 1, "another program: the short name")
  }

  @Test(arguments: [
    ["mysqldump", "-uroot", "-phunter2xyz", "shop"], ["/usr/bin/mysql", "-p", "hunter2xyz"],
    ["redis-cli", "-a", "hunter2xyz"], ["curl", "-u", "me:hunter2xyz", "http://a"],
    ["sshpass", "-phunter2xyz", "ssh", "a"], ["app", "--password", "hunter2xyz"],
    ["app", "--password=hunter2xyz"], ["env", "API_TOKEN=hunter2xyz", "app"],
    ["java", "-Dspring.datasource.password=hunter2xyz"], ["app", "--db-passwd", "hunter2xyz"],
    ["openssl", "enc", "-k", "hunter2xyz"], ["psql", "postgres://u:hunter2xyz@h/d"],
  ])
  func `passwords in command lines are taken out`(arguments: [String]) async {
    let processes = await CollectorRun.observe("process", on: host(arguments))
    let text = CanonicalJSON.text(of: processes.evidenceValue)
    #expect(!text.contains("hunter2xyz"), "\(text)")
    #expect(processes.redactions.count == 1)
  }

  @Test func `harmless words stay`() async {
    let words = ["mysqld", "--port=3306", "-pid", "--passive", "--user", "x"]
    #expect(CommandSecrets.indexes(in: words) == [5])
    #expect(CommandSecrets.indexes(in: ["ssh", "-p", "22"]) == [])
  }

  @Test func `this process is among those of this machine`() async throws {
    let all = await CollectorRun.observe("process", on: LocalHost())
    let processes = try #require(all.value?["processes"]?.listValue)
    let own = try #require(processes.first { $0["pid"] == .int(Int64(getpid())) })
    #expect(own["uid"] == .int(Int64(geteuid())))
    #expect(own["parent"] == .int(Int64(getppid())))
    let listed = Set(RealTool.lines("ps -e -o pid=").compactMap { Int64($0.filter(\.isNumber)) })
    let found = Set(processes.compactMap { $0["pid"]?.intValue })
    #expect(found.intersection(listed).count > found.count / 2)
  }
}
