// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TestSupport
import Testing

/// Runs `lint`, `test` and `assess` over catalogs with one mistake each.
struct CatalogMistakeTests {
  private static let file = "safeguarding/SAF-SSH-03.yaml"

  struct Mistake: Sendable, CustomTestStringConvertible {
    /// What is wrong.
    let testDescription: String
    /// What stands in the shipped file.
    let original: String
    /// What stands there instead; 1️⃣ marks where the diagnostic must point.
    let replacement: String
    /// What the line of the diagnostic must say.
    let message: String
    /// What the line below its caret must offer.
    let repair: String

    init(
      _ name: String, _ original: String, _ replacement: String, _ message: String,
      _ repair: String = ""
    ) {
      testDescription = name
      self.original = original
      self.replacement = replacement
      self.message = message
      self.repair = repair
    }
  }

  private static let rule = "expect: sshd.maxauthtries <= params.attempts"

  private static let mistakes = [
    Mistake(
      "misspelt key", "rationale:", "1️⃣rationalle:",
      "error: [unknown-key] unknown key 'rationalle' in control", "did you mean 'rationale'?"),
    Mistake(
      "missing translation",
      "{zh: 限制 SSH 认证次数与时长, en: SSH limits authentication attempts and time}",
      "1️⃣{zh: 限制 SSH 认证次数与时长}", "error: [missing-language] 'title' lacks English, 'en'"),
    Mistake(
      "empty translation", "en: SSH limits authentication attempts and time}", "en: 1️⃣''}",
      "error: [missing-language] 'title' lacks English, 'en'"),
    Mistake(
      "unknown requirement", "- CSL/23(2)", "- 1️⃣CLS/23(2)",
      "error: [unknown-requirement] unknown requirement 'CLS/23(2)'", "did you mean 'CSL/23(2)'?"),
    Mistake(
      "unknown field", rule, "expect: sshd.1️⃣maxauthtrys <= params.attempts",
      "error: [unknown-field] 'sshd' has no field 'maxauthtrys'", "did you mean 'maxauthtries'?"),
    Mistake(
      "rule that is no condition", rule, "expect: 1️⃣sshd.maxauthtries",
      "error: [wrong-result-type] the result of the expression must be bool, not int"),
    Mistake(
      "bad regular expression", rule, #"expect: sshd.banner.matches(1️⃣"(root")"#,
      "error: [invalid-literal] '(root' is not a valid RE2 regular expression"),
    Mistake(
      "key given twice", "severity: medium", "severity: medium\n1️⃣severity: low",
      "error: [duplicate-key] a mapping must not have the key 'severity' twice"),
    Mistake(
      "tab", "    method: test", "1️⃣\tmethod: test",
      "error: [tab-indentation] indentation must be spaces, not tabs", "replace by spaces?"),
  ]

  private func library(_ original: String, _ replacement: String) throws -> Scratch {
    let scratch = Scratch()
    try FileManager.default.copyItem(atPath: Folders.controls, toPath: "\(scratch.path)/lib")
    try scratch.replace(original, by: replacement, in: "lib/\(Self.file)")
    return scratch
  }

  @Test(arguments: mistakes)
  func `lint points at a mistake`(_ mistake: Mistake) async throws {
    let scratch = try library(mistake.original, mistake.replacement)
    let marked = try scratch.text("lib/\(Self.file)")
    let start = try #require(marked.firstRange(of: "1️⃣")?.lowerBound)
    let lines = marked[..<start].split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last?.unicodeScalars.count ?? 0) + 1
    try scratch.replace("1️⃣", by: "", in: "lib/\(Self.file)")

    let run = try await Program.run(["lint", "lib"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    let text = run.errors.split(separator: "\n")
    let head = "lib/\(Self.file):\(lines.count):\(column): \(mistake.message)"
    let place = try #require(text.firstIndex { $0.hasPrefix(head) }, "\(run.errors)")
    let underline = text[place + 2]
    #expect(underline.contains("^"))
    #expect(underline.contains(mistake.repair))
  }

  /// The shipped file from its examples on.
  private static let examples: String = {
    let path = "\(Folders.controls)/\(file)"
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    return text.map { String($0[($0.firstRange(of: "examples:")?.lowerBound ?? $0.endIndex)...]) }
      ?? ""
  }()

  @Test(arguments: [
    (
      "- CSL/23(2)", "- CLS/23(2)", "en",
      """
      lib/safeguarding/SAF-SSH-03.yaml:12:5: error: [unknown-requirement] unknown requirement 'CLS/23(2)'
      12 |   - CLS/23(2)
         |     ^~~~~~~~~ did you mean 'CSL/23(2)'?
      """
    ),
    (
      "- CSL/23(2)", "- CLS/23(2)", "zh",
      """
      lib/safeguarding/SAF-SSH-03.yaml:12:5: 错误: [unknown-requirement] 没有名为 'CLS/23(2)' 的要求
      12 |   - CLS/23(2)
         |     ^~~~~~~~~ 是否想写 'CSL/23(2)'？
      """
    ),
    (
      ", en: SSH limits authentication attempts and time", "", "en",
      """
      lib/safeguarding/SAF-SSH-03.yaml:2:8: error: [missing-language] 'title' lacks English, 'en'
      2 | title: {zh: 限制 SSH 认证次数与时长}
        |        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      """
    ),
    (
      ", en: SSH limits authentication attempts and time", "", "zh",
      """
      lib/safeguarding/SAF-SSH-03.yaml:2:8: 错误: [missing-language] 'title' 缺少英文 'en'
      2 | title: {zh: 限制 SSH 认证次数与时长}
        |        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      """
    ),
    (
      examples, "", "en",
      """
      lib/safeguarding/SAF-SSH-03.yaml:1:1: error: [missing-key] control lacks the key 'examples'
      1 | id: SAF-SSH-03
        | ^~~~~~~~~~~~~~
      """
    ),
    (
      examples, "", "zh",
      """
      lib/safeguarding/SAF-SSH-03.yaml:1:1: 错误: [missing-key] 控制缺少键 'examples'
      1 | id: SAF-SSH-03
        | ^~~~~~~~~~~~~~
      """
    ),
  ])
  func `lint speaks both languages`(
    original: String, replacement: String, language: String, text: String
  ) async throws {
    let scratch = try library(original, replacement)
    let run = try await Program.run(
      ["lint", "lib", "--lang", language, "--quiet"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.errors.trimmed == text)
  }

  @Test func `a word that the glossary replaces is a warning`() async throws {
    let scratch = try library("SSH limits authentication", "The Data Processor limits")
    let run = try await Program.run(["lint", "lib"], in: scratch.path)
    #expect(run.status == 0)
    #expect(
      run.errors.contains("lib/\(Self.file):2:") && run.errors.contains("[avoided-word]"),
      "\(run.errors)")
  }

  @Test func `assess refuses broken catalogs and writes nothing`() async throws {
    let scratch = try library("- CSL/23(2)", "- CLS/23(2)")
    try scratch.writeAssessment(root: "/nonexistent")
    let before = try scratch.contents("assessment")
    let run = try await Program.run(
      ["assess", "assessment", "--controls", "lib"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("unknown requirement 'CLS/23(2)'"))
    #expect(try scratch.contents("assessment") == before)
  }

  @Test func `an example that does not hold is named with its place`() async throws {
    let scratch = try library(
      "sshd: {maxauthtries: 4, logingracetime: 60}", "sshd: {maxauthtries: 9, logingracetime: 60}")
    let run = try await Program.run(["test", "lib"], in: scratch.path)
    #expect(run.status == 1)
    let complaint = run.errors.split(separator: "\n").first { $0.contains("[example-broken]") }
    #expect(complaint?.hasPrefix("lib/\(Self.file):67:") == true, "\(run.errors)")
  }

  @Test(arguments: [
    ("en", "SAF-SSH-03.attempts never changes with 'params.grace_seconds' (off by one, replaced)"),
    ("zh", "SAF-SSH-03.attempts：改动 'params.grace_seconds' 从不改变结果（加减一、换成其他值）"),
  ])
  func `a fact that a rule does not hang on is named with its place`(
    language: String, message: String
  ) async throws {
    let scratch = try library(Self.rule, "\(Self.rule) && params.grace_seconds > 0 - 9999")
    let run = try await Program.run(
      ["test", "--mutate", "--lang", language, "lib"], in: scratch.path)
    #expect(run.status == 1)
    let head = "lib/\(Self.file):38:"
    let line = run.errors.split(separator: "\n").first { $0.contains(message) }
    #expect(line?.hasPrefix(head) == true, "\(run.errors)")
  }

  @Test func `the shipped catalogs are clean and their examples hold`() async throws {
    let lint = try await Program.run(["lint", Folders.controls])
    #expect(lint.status == 0, "\(lint.errors)")
    let test = try await Program.run(["test", Folders.controls])
    #expect(test.status == 0, "\(test.errors)")
  }
}
