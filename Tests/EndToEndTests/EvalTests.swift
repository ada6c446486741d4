// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TestSupport
import Testing

/// Runs `eval` as people and scripts do.
struct EvalTests {
  private static let bundle = "\(Folders.sampleShop)/bundles/web-1.json"

  @Test func `the exit code tells true, false and errors apart`() async throws {
    #expect(try await Program.run(["eval", "1 < 2"]).status == 0)
    #expect(try await Program.run(["eval", "1 > 2"]).status == 1)
    #expect(try await Program.run(["eval", "1 / 0 > 2"]).status == 2)
    #expect(try await Program.run(["eval", "1 +"]).status == 2)
    #expect(try await Program.run(["eval", "--check", "1 > 2"]).status == 0)
    #expect(try await Program.run(["eval", "--check", "1 > true"]).status == 2)
  }

  @Test func `a bundle's facts have types and origins`() async throws {
    let typo = try await Program.run(["eval", "--bundle", Self.bundle, "sshd.permitrotlogin"])
    #expect(typo.status == 2)
    #expect(typo.errors.contains("did you mean 'permitrootlogin'?"))
    let run = try await Program.run([
      "eval", "--bundle", Self.bundle, "--explain", #"sshd.permitrootlogin == "no""#,
    ])
    #expect(run.status == 1)
    #expect(run.output.contains("/etc/ssh/sshd_config:"))
  }

  @Test func `a file of JSON gives variables`() async throws {
    let scratch = Scratch()
    try scratch.write(#"{"ports": [22, 80]}"#, to: "host.json")
    try scratch.write("ports.all(p, p in [22, 443])\n", to: "rule.cel")
    let run = try await Program.run(
      ["eval", "--json", "host.json", "--file", "rule.cel", "--explain"], in: scratch.path)
    #expect(run.status == 1)
    #expect(run.output.contains("[1]  80   host.json:1"))
  }

  @Test func `a person at a terminal is asked for one expression after the other`() async throws {
    let scratch = Scratch()
    try scratch.write("users: [{name: root}, {name: wang}]\n", to: "app.yaml")
    let run = try await Program.typing(
      [
        "users.size()", "users.exists(u,", "u.name == \"wang\")", ":let n = users.size() * 21",
        "n", ":type n", "users.sise()", ":quit",
      ], into: ["eval", "--yaml", "app.yaml"], in: scratch.path)
    #expect(run.status == 0)
    let answers = run.output.split(separator: "\n").dropFirst()
    #expect(
      Array(answers) == [
        "> 2", "> … true", "> > 42", "> type int; costs about 1 units", "> > ",
      ])
    #expect(run.errors.contains("did you mean 'size'?"))
  }
}
