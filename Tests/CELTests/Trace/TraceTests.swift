// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics
import Foundation
import Testing

@testable import CEL

@Suite struct TraceTests {
  static let user = RecordType(
    name: "user",
    fields: [
      .init("name", .string, documentation: LocalizedText(verbatim: "name")),
      .init("uid", .int, documentation: LocalizedText(verbatim: "uid")),
      .init("hash", .string, documentation: LocalizedText(verbatim: "hash"), isSensitive: true),
    ], identifyingField: "name")

  static func trace(_ rule: String) throws -> Trace {
    var environment = CELEnvironment()
    environment.declare("sshd", .map(.string, .dyn))
    environment.declare("params", .map(.string, .list(.string)))
    environment.declare("backup", .dyn)
    environment.declare("now", .timestamp)
    environment.declare("users", .list(.record(user)))
    environment.declare("token", .string, isSensitive: true)
    environment.declare("firewall", .map(.string, .dyn))
    let source = SourceText(name: "rule.cel", rule)
    let compilation = environment.compile(EmbeddedText(whole: source), expecting: .bool)
    let program = try #require(compilation.program, "\(compilation.diagnostics)")
    let trace = program.explain(try activation())
    #expect(trace.outcome == program.evaluate(try activation()).outcome)
    #expect(trace.root.outcome == trace.outcome)
    return trace
  }

  static func activation() throws -> Activation {
    var activation = Activation()
    activation.bind(
      "sshd",
      .map([
        (.string("ciphers"), .list([.string("aes256-ctr"), .string("3des-cbc")])),
        (.string("maxauthtries"), .int(6)),
        (.string("banner"), .string("/etc/issue.net")),
      ]))
    activation.bind("params", .map([(.string("approved"), .list([.string("aes256-ctr")]))]))
    activation.bind(
      "backup",
      .map([
        (.string("last_test"), .timestamp(try Instant(timestamp: "2026-01-01T00:00:00Z")))
      ]))
    activation.bind("now", .timestamp(try Instant(timestamp: "2026-05-25T00:00:00Z")))
    activation.bind(
      "users",
      .list(
        [("root", 0, "$y$secret"), ("toor", 0, ""), ("wang", 1_000, "$1$old")].map {
          .record(user, ["name": .string($0.0), "uid": .int($0.1), "hash": .string($0.2)])
        }))
    activation.bind("token", .string("hunter2"))
    activation.bind("firewall", unknown: "nftables")
    return activation
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var outline: String
    var testDescription: String { rule }
  }

  static let cases: [Case] = [
    Case(
      rule: #"sshd.ciphers.all(c, c in params.approved) && sshd.maxauthtries <= 10"#,
      outline: """
        false and sshd.ciphers.all(c, c in params.approved) && sshd.maxauthtries <= 10
          false quantifier sshd.ciphers.all(c, c in params.approved)
            - counterexamples of 2: 1 hold, 1 break, 0 more
            sshd.ciphers[1]: "3des-cbc"
              false comparison c in params.approved
                - c = "3des-cbc"
                - params.approved = ["aes256-ctr"]
        passes when "3des-cbc" leaves sshd.ciphers or joins params.approved
        """),
    Case(
      rule: "sshd.maxauthtries <= 4",
      outline: """
        false comparison sshd.maxauthtries <= 4
          - sshd.maxauthtries = 6
          - 2 above
        passes when sshd.maxauthtries <= 4
        """),
    Case(
      rule: #"now - backup.last_test < duration("2160h")"#,
      outline: """
        false comparison now - backup.last_test < duration("2160h")
          - now - backup.last_test = duration("12441600s")
          - 54 days above
        passes when now - backup.last_test < duration("2160h")
        """),
    Case(
      rule: #"now - backup.lastTest < duration("2160h")"#,
      outline: """
        error comparison now - backup.lastTest < duration("2160h")
          - now - backup.lastTest = ?
        failure no-such-key at 1:14
        meant last_test
        fix: did you mean backup.last_test?
        """),
    Case(
      rule: "users.filter(u, u.uid == 0).size() == 1",
      outline: """
        false comparison users.filter(u, u.uid == 0).size() == 1
          - users.filter(u, u.uid == 0).size() = 2
          - 1 above
          value quantifier users.filter(u, u.uid == 0)
            - matches of 3: 2 hold, 1 break, 0 more
            users[0]: name "root"
            users[1]: name "toor"
        passes when users.filter(u, u.uid == 0).size() == 1
        """),
    Case(
      rule: #"users.exists(u, u.name == "audit" && u.uid < 100)"#,
      outline: """
        false quantifier users.exists(u, u.name == "audit" && u.uid < 100)
          - nearestMisses of 3: 0 hold, 3 break, 0 more
          users[0]: name "root"
            false and u.name == "audit" && u.uid < 100
              false comparison u.name == "audit"
                - u.name = "root"
          users[1]: name "toor"
            false and u.name == "audit" && u.uid < 100
              false comparison u.name == "audit"
                - u.name = "toor"
        """),
    Case(
      rule: #"users.all(u, u.hash.startsWith("$y$"))"#,
      outline: """
        false quantifier users.all(u, u.hash.startsWith("$y$"))
          - counterexamples of 3: 1 hold, 2 break, 0 more
          users[1]: name "toor"
            false call u.hash.startsWith("$y$")
              - users[1].hash = <redacted, 0 characters>
          users[2]: name "wang"
            false call u.hash.startsWith("$y$")
              - users[2].hash = <redacted, 6 characters>
        """),
    Case(
      rule: #"token == "hunter3""#,
      outline: """
        false comparison token == "hunter3"
          - token = <redacted, 7 characters>
        passes when token == "hunter3"
        """),
    Case(
      rule: "firewall.enabled == true && sshd.maxauthtries > 1",
      outline: """
        unknown and firewall.enabled == true && sshd.maxauthtries > 1
          unknown comparison firewall.enabled == true
            - firewall.enabled = ?
        missing nftables
        """),
    Case(
      rule: #"sshd.banner.matches("^/etc/motd$")"#,
      outline: """
        false comparison sshd.banner.matches("^/etc/motd$")
          - sshd.banner = "/etc/issue.net"
          - matches ^/etc/ up to 5
        passes when sshd.banner.matches("^/etc/motd$")
        """),
    Case(
      rule: "!users.exists(u, u.uid == 0)",
      outline: """
        false not !users.exists(u, u.uid == 0)
          true quantifier users.exists(u, u.uid == 0)
            - matches of 3: 2 hold, 1 break, 0 more
            users[0]: name "root"
              true comparison u.uid == 0
                - u.uid = 0
            users[1]: name "toor"
              true comparison u.uid == 0
                - u.uid = 0
        """),
    Case(
      rule: "has(sshd.port) || sshd.maxauthtries == 4",
      outline: """
        false or has(sshd.port) || sshd.maxauthtries == 4
          false presence has(sshd.port)
            - sshd.port = ?
          false comparison sshd.maxauthtries == 4
            - sshd.maxauthtries = 6
            - 2 above
        """),
  ]

  @Test(arguments: cases) func `shows the path that decided`(_ row: Case) throws {
    #expect(try Self.trace(row.rule).outline == row.outline)
  }

  @Test func `shows the first elements and how many more`() throws {
    var options = TraceOptions()
    options.elements = 2
    var environment = CELEnvironment()
    environment.declare("xs", .list(.int))
    let program = try #require(
      environment.compile(EmbeddedText(whole: SourceText(name: "x", "xs.all(x, x < 5)"))).program)
    var activation = Activation()
    activation.bind("xs", .list((0..<1_000).map { .int($0) }))
    let elements = try #require(program.explain(activation, options: options).root.elements)
    #expect(elements.shown.map(\.index) == [5, 6])
    #expect(elements.more == 993)
  }
}

extension TraceTests {
  @Test func `a trace survives its JSON form`() throws {
    let trace = try Self.trace(
      "sshd.ciphers.all(c, c in params.approved) && sshd.maxauthtries <= 4")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(trace)
    #expect(try JSONDecoder().decode(Trace.self, from: data) == trace)
    #expect(try encoder.encode(trace) == data)
  }

  @Test(arguments: [
    #"int(token) > 1"#, #"token.matches("^x") || token == """#, #"users.exists(u, u.hash == "x")"#,
    #"users.map(u, u.hash).exists(h, h == "")"#, #"users.filter(u, u.hash != "").size() == 0"#,
    #"[token].all(t, t == "")"#, #"cel.bind(t, token, t + "x" == "")"#,
    #"{"a": token} == {"a": ""}"#, #"token.split("").size() == 0"#, #"token in params.approved"#,
    #"users[0].hash.size() > 100"#, #"duration(token) > duration("1s")"#,
    #"string(users.map(u, u.hash)[0]) == """#, #"users == []"#, #"token.charAt(0) == "x""#,
    #"(true ? token : "") == """#, #"timestamp(token) > now"#, #"users[0] == users[1]"#,
    #"{token: 1}.exists(k, k == "")"#, #"{token: 1}[token] == 2"#, #"{token: 1}["a"] == 2"#,
    #"optional.of(token).optMap(t, t + "!").orValue("") == """#,
  ]) func `no secret gets into a trace`(_ rule: String) throws {
    guard let trace = try? Self.trace(rule) else { return }
    let text = String(decoding: try JSONEncoder().encode(trace), as: UTF8.self)
    for secret in ["hunter2", "secret", "$1$old", "$y$"] {
      #expect(!text.contains(secret), "\(rule): \(text)")
    }
  }
}
