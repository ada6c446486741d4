// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import Reporting
import Testing

@Suite struct TerminalTraceTests {
  static func lines(
    _ rule: String, language: Language = .english, usesColor: Bool = false, width: Int = 100
  ) throws -> String {
    var environment = CELEnvironment()
    for name in ["sshd", "params", "users", "firewall"] { environment.declare(name, .dyn) }
    var activation = Activation()
    let ciphers = ["a", "b", "c", "d", "aes192-cbc"].map { CELValue.string(CELString.make($0)) }
    activation.bind(
      "sshd",
      .map([
        (.string("ciphers"), .list(ciphers)), (.string("maxauthtries"), .int(6)),
        (.string("banner"), .string("/etc/issue.net")),
      ]))
    activation.bind(
      "params",
      .map([(.string("approved"), .list(Array(ciphers.prefix(4)))), (.string("attempts"), .int(4))])
    )
    activation.bind(
      "users",
      .list(
        [("root", 0), ("toor", 0)].map {
          .map([(.string("name"), .string(CELString.make($0.0))), (.string("uid"), .int($0.1))])
        }))
    activation.bind("firewall", unknown: "nftables")
    let source = EmbeddedText(whole: SourceText(name: "rule.cel", rule))
    let program = try #require(environment.compile(source).program)
    let trace = TerminalTrace(language: language, usesColor: usesColor, width: width) { path in
      path.variable == "sshd" ? .init(location: "/etc/ssh/sshd_config:17") : nil
    }
    return trace.lines(program.explain(activation)).joined(separator: "\n")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var text: String
    var testDescription: String { rule }
  }

  static let cases: [Case] = [
    Case(
      rule: "sshd.maxauthtries <= 4",
      text: """
        sshd.maxauthtries <= 4
        └────── false ───────┘

        sshd.maxauthtries = 6   (<= 4, 2 above)   /etc/ssh/sshd_config:17

        passes when sshd.maxauthtries <= 4
        """),
    Case(
      rule: "sshd.ciphers.all(c, c in params.approved) && sshd.maxauthtries <= 10",
      text: """
        sshd.ciphers.all(c, c in params.approved) && sshd.maxauthtries <= 10
        └──────────────── false ────────────────┘    └─────── true ────────┘

        ✘ 1 of 5 ciphers breaks  c in params.approved
          [4]  "aes192-cbc"   /etc/ssh/sshd_config:17
          params.approved = 4 values

        passes when "aes192-cbc" leaves sshd.ciphers or joins params.approved
        """),
    Case(
      rule: "firewall.enabled && sshd.maxauthtries > 1",
      text: """
        firewall.enabled && sshd.maxauthtries > 1
        ~~~~~~~~
        ? missing evidence: firewall (nftables)
        """),
    Case(
      rule: "sshd.maxauthtries <= params.attempts || has(sshd.port)",
      text: """
        sshd.maxauthtries <= params.attempts || has(sshd.port)
        └───────────── false ──────────────┘    └── false ───┘

        ✘ sshd.maxauthtries <= params.attempts
          sshd.maxauthtries = 6   (2 above)   /etc/ssh/sshd_config:17
          params.attempts = 4
        ✘ has(sshd.port)                      /etc/ssh/sshd_config:17
        """),
  ]

  @Test(arguments: cases) func `shows the rule, what decided and the facts`(_ row: Case) throws {
    #expect(try Self.lines(row.rule) == row.text)
  }

  @Test func `breaks a long rule before its operators`() throws {
    let lines = try Self.lines("sshd.maxauthtries <= 4 && sshd.maxauthtries > 9", width: 30)
    #expect(
      lines.hasPrefix(
        """
        sshd.maxauthtries <= 4
        └────── false ───────┘
          && sshd.maxauthtries > 9
             └────── false ──────┘

        """))
  }

  @Test func `counts wide characters as two columns`() throws {
    let lines = try Self.lines(#""中文" == "中" && sshd.maxauthtries > 1"#, language: .chinese)
    #expect(
      lines.hasPrefix(
        "\"中文\" == \"中\" && sshd.maxauthtries > 1\n└── false ───┘    └────── true ───────┘\n"))
  }
}
