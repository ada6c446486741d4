// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
import Reporting
import Testing

/// A host with facts of every kind, for traces on record.
enum TraceScenario {
  /// One rule with what it shows.
  struct Rule: Sendable {
    var name: String
    var text: String

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  static let rules = [
    Rule("comparison of numbers", "sshd.maxauthtries <= params.attempts"),
    Rule("one counterexample", "sshd.ciphers.all(c, c in params.approved) && sshd.port == 22"),
    Rule("many counterexamples", "packages.all(p, p.version < 10)"),
    Rule("no match", #"packages.exists(p, p.name == "auditd")"#),
    Rule("nearest misses", #"users.exists(u, u.name == "audit" && u.uid < 100)"#),
    Rule("too many matches", "users.exists_one(u, u.uid == 0)"),
    Rule("matches that should not be", "!users.exists(u, u.uid == 0)"),
    Rule("elements of a filter", "users.filter(u, u.uid == 0).size() == 1"),
    Rule("nested macros", "interfaces.all(i, i.rules.exists(r, r.port == 22 && r.open))"),
    Rule("two variables", #"limits.all(name, value, value > 0 || name == "core")"#),
    Rule("optional", #"limits[?"nofile"].orValue(0) >= 1024"#),
    Rule("pattern", #"sshd.banner.matches("^/etc/motd$")"#),
    Rule("duration", #"as_of - backup.last_test < duration("2160h")"#),
    Rule("timestamp", #"backup.last_test > timestamp("2026-03-01T00:00:00Z")"#),
    Rule("lists", "sshd.ciphers == params.approved"),
    Rule("sets", "sets.contains(sshd.ciphers, params.approved)"),
    Rule("texts", #"sshd.banner == "/etc/issue""#),
    Rule("conditional", #"(sshd.port == 22 ? sshd.maxauthtries : 0) < 4"#),
    Rule("conditional of conditions", "sshd.port == 22 ? sshd.maxauthtries < 4 : true"),
    Rule("map access", #"limits["nofil"] > 0"#),
    Rule("field without suggestion", "backup.encrypted == true"),
    Rule("index", "sshd.ciphers[7] != \"\""),
    Rule("division", "100 * users.size() / (sshd.port - 22) > 95"),
    Rule("missing evidence", "firewall.enabled && sshd.maxauthtries > 1"),
    Rule("missing evidence that does not matter", "firewall.enabled && sshd.port == 80"),
    Rule("secrets", #"users.all(u, u.hash.startsWith("$y$")) || token == "x""#),
    Rule("named value", "cel.bind(n, users.size(), n > 5 && n < 9)"),
    Rule(
      "several lines",
      """
      // three conditions
      sshd.port == 22
        && (sshd.maxauthtries <= 4
          || sshd.banner.startsWith(r"C:\\"))
      """),
  ]

  private static let user = RecordType(
    name: "user",
    fields: [
      .init("name", .string, documentation: LocalizedText(verbatim: "name")),
      .init("uid", .int, documentation: LocalizedText(verbatim: "uid")),
      .init("hash", .string, documentation: LocalizedText(verbatim: "hash"), isSensitive: true),
    ], identifyingField: "name")

  private static let environment: CELEnvironment = {
    var environment = CELEnvironment()
    for name in ["sshd", "params", "backup", "limits", "interfaces", "packages", "firewall"] {
      environment.declare(name, .dyn)
    }
    environment.declare("users", .list(.record(user)))
    environment.declare("token", .string, isSensitive: true)
    environment.declare("as_of", .timestamp)
    return environment
  }()

  private static func map(_ entries: KeyValuePairs<String, CELValue>) -> CELValue {
    .map(entries.map { (.string($0.key), $0.value) })
  }

  private static func texts(_ values: String...) -> CELValue { .list(values.map { .string($0) }) }

  private static func activation() throws -> Activation {
    var activation = Activation()
    activation.bind(
      "sshd",
      map([
        "ciphers": texts("aes256-ctr", "aes192-cbc"), "maxauthtries": .int(6), "port": .int(22),
        "banner": .string("/etc/issue.net"),
      ]))
    activation.bind(
      "params", map(["approved": texts("aes256-ctr", "aes128-ctr"), "attempts": .int(4)]))
    let test = try #require(Instant("2026-01-01T00:00:00Z"))
    activation.bind("backup", map(["last_test": .timestamp(test), "target": .string("s3")]))
    activation.bind("as_of", .timestamp(try #require(Instant("2026-05-25T00:00:00Z"))))
    activation.bind("limits", map(["nofile": .int(256), "core": .int(0), "nproc": .int(0)]))
    let rule = { (port: Int64, isOpen: Bool) in
      map(["port": .int(port), "open": .bool(isOpen)])
    }
    activation.bind(
      "interfaces",
      .list([
        map(["name": .string("lo"), "rules": .list([rule(22, true)])]),
        map(["name": .string("eth0"), "rules": .list([rule(22, false), rule(80, true)])]),
      ]))
    activation.bind(
      "packages",
      .list((0..<500).map { map(["name": .string("package-\($0)"), "version": .int(Int64($0))]) }))
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

  /// Returns the trace of a rule.
  static func trace(_ rule: Rule) throws -> Trace {
    let source = SourceText(name: "rules.yaml", rule.text)
    let compilation = environment.compile(EmbeddedText(whole: source), expecting: .bool)
    let program = try #require(compilation.program, "\(compilation.diagnostics)")
    return program.explain(try activation())
  }

  /// Returns where a fact was read.
  static func origin(of path: AccessPath) -> ReportTrace.Origin? {
    switch path.variable {
    case "sshd":
      ReportTrace.Origin(
        location: "/etc/ssh/sshd_config:17",
        reading: .init(collector: "sshd", time: "2026-11-23T12:00:03Z"))
    case "users": ReportTrace.Origin(location: "/etc/passwd:\(line(path))")
    default: nil
    }
  }

  private static func line(_ path: AccessPath) -> Int {
    if case .index(let index)? = path.steps.first { index + 1 } else { 1 }
  }
}
