// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

struct SudoCollectorTests {
  /// A rule as one line: users, hosts, whom, command, and what holds of it.
  private func outline(_ rule: EvidenceValue) -> String {
    func list(_ field: String) -> String {
      (rule[field]?.listValue ?? []).compactMap(\.stringValue).joined(separator: ",")
    }
    let marks = ["is_passwordless", "is_denied"].filter { rule[$0] == .bool(true) }
    let groups = list("run_as_groups")
    let whom = groups.isEmpty ? list("run_as") : "\(list("run_as")):\(groups)"
    return
      ([
        list("users"), list("hosts"), whom, rule["command"]?.stringValue ?? "", list("tags"),
      ] + marks).filter { !$0.isEmpty }.joined(separator: " | ")
  }

  private func openEuler() async throws -> Observation {
    await CollectorRun.observe("sudo", on: try FixtureHost.open("openeuler"))
  }

  @Test func `aliases, tags and several machines on one line are resolved`() async throws {
    let sudo = try await openEuler()
    #expect(sudo.status == .collected, "\(sudo.reason?.en ?? "")")
    #expect(
      sudo.value?["rules"]?.listValue?.map(outline) == [
        "root | ALL | ALL:ALL | ALL",
        "%wheel | ALL | ALL | ALL | is_passwordless",
        "alice,#1001,%dba | ALL | oracle:dba | /bin/ls | NOEXEC | is_passwordless",
        "alice,#1001,%dba | ALL | oracle:dba | /bin/sh | NOEXEC | is_passwordless | is_denied",
        "alice,#1001,%dba | ALL | oracle:dba | /bin/bash | NOEXEC | is_passwordless | is_denied",
        "alice,#1001,%dba | ALL | oracle:dba | /bin/cat | NOEXEC",
        "alice,#1001,%dba | shop1 | root | sha224:0GomF8mNN3wlDt1HD9XldjJ3SNgpFdbjO1+NsQ== /bin/ls",
        "deploy | ALL | root | sudoedit /etc/hosts | is_passwordless",
        "deploy | ALL | root | /usr/bin/systemctl restart shop\\:web | is_passwordless",
        "carol | ALL | carol:adm | /bin/dmesg",
        "ops | ALL | ALL | ALL",
      ])
    #expect(sudo["full_access"] == ["%wheel", "ops", "root"])
    #expect(sudo["passwordless"] == ["#1001", "%dba", "%wheel", "alice", "deploy"])
    #expect(sudo.origin("rules", "6") == "/etc/sudoers:11")
    #expect(sudo.origin("rules", "10") == "/etc/sudoers.d/ops:1")
  }

  @Test func `settings for all are told apart from those for some`() async throws {
    let sudo = try await openEuler()
    #expect(
      sudo["defaults"] == [
        "env_reset": "true", "requiretty": "false", "secure_path": "/sbin:/bin:/usr/sbin",
        "logfile": "/var/log/sudo,all.log", "timestamp_timeout": "5",
      ])
    #expect(sudo["scoped_defaults"] == [":deploy authenticate=false"])
    #expect(sudo.origin("defaults", "logfile") == "/etc/sudoers:5")
  }

  @Test func `files that include each other are refused`() async {
    let host = MemoryHost([
      "/etc/sudoers": .text("@include sudoers\n"), "/etc/x": .text(""),
    ])
    #expect(await CollectorRun.observe("sudo", on: host).status == .failed)
  }

  @Test func `aliases of each other end`() async {
    let host = MemoryHost([
      "/etc/sudoers": .text("User_Alias A = B, B, B\nUser_Alias B = A, A, A\nA ALL = ALL\n")
    ])
    let sudo = await CollectorRun.observe("sudo", on: host)
    #expect(sudo.status == .collected)
  }

  @Test(.enabled("needs cvtsudoers", { RealTool.isInstalled("/usr/bin/cvtsudoers") }))
  func `cvtsudoers finds as many rules of the same users`() async throws {
    let folder = String(#filePath).split(separator: "/").dropLast(2).joined(separator: "/")
    let file = "/\(folder)/Fixtures/openeuler/etc/sudoers"
    // The tool would read this machine's included files.
    let json =
      RealTool.output(
        "grep -v includedir \(file) | cvtsudoers -i sudoers -e -f json 2>/dev/null") ?? ""
    let value = try JSONReader.read(SourceText(name: "json", utf8: Array(json.utf8)))
    let rules = Self.outline(of: value)
    let sudo = try await openEuler()
    let own = (sudo.value?["rules"]?.listValue ?? []).map { rule in
      let users = (rule["users"]?.listValue ?? []).compactMap(\.stringValue)
      let sign = rule["is_denied"] == .bool(true) ? "!" : ""
      let command = (rule["command"]?.stringValue ?? "").replacing("\\:", with: ":")
      return "\(users.joined(separator: ",")) \(sign)\(command)"
    }
    #expect(rules == own.dropLast(), "\(json)")
  }

  /// The users and commands of cvtsudoers' JSON.
  private static func outline(of value: EvidenceValue) -> [String] {
    (value["User_Specs"]?.listValue ?? []).flatMap { spec -> [String] in
      let users = (spec["User_List"]?.listValue ?? []).map { user in
        user["username"]?.stringValue ?? user["usergroup"]?.stringValue.map { "%\($0)" }
          ?? user["userid"]?.intValue.map { "#\($0)" } ?? ""
      }
      return (spec["Cmnd_Specs"]?.listValue ?? []).flatMap { group in
        (group["Commands"]?.listValue ?? []).map { command in
          let sign = command["negated"] == .bool(true) ? "!" : ""
          let digest = (command["sha224"]?.stringValue).map { "sha224:\($0) " } ?? ""
          let text = command["command"]?.stringValue ?? ""
          return "\(users.joined(separator: ",")) \(sign)\(digest)\(text)"
        }
      }
    }
  }
}
