// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import ControlCatalog
import Diagnostics

/// `plumbline test`: runs the examples of every control.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: Speech.text(
      zh: "运行每项控制的示例", en: "Run the examples of every control."))

  @Argument(
    help: Speech.help(
      zh: "控制目录所在文件夹；默认为内置目录", en: "Folder of catalogs; default those inside the program.",
      valueName: "folder"))
  var folder: String?

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let result = try Library.load(folder)
    let terminal = common.terminal
    if result.diagnostics.hasErrors { throw DiagnosticsError(result.diagnostics) }
    let runner = ExampleRunner(library: result.library)
    let results = result.library.controls.flatMap(runner.run)
    let broken = results.filter { $0.complaint != nil }
    terminal.report(broken.map(Self.diagnostic))
    let passed = results.count - broken.count
    terminal.write(
      LocalizedText(
        zh: "\(result.library.controls.count) 项控制的示例：\(passed) 个成立，\(broken.count) 个不成立\n",
        en:
          "examples of \(English.count(result.library.controls.count, "control")): \(English.count(passed, "holds", "hold")), \(English.count(broken.count, "does not", "do not"))\n"
      )[terminal.language])
    if results.isEmpty {
      throw CommandFailure(zh: "没有示例可运行", en: "there are no examples to run")
    }
    if !broken.isEmpty { throw ExitStatus.findings.code }
  }

  private static func diagnostic(_ result: ExampleRunner.Result) -> Diagnostic {
    let complaint = result.complaint ?? LocalizedText(verbatim: "")
    let name = result.example.name
    return Diagnostic(
      "example-broken",
      LocalizedText(
        zh: "\(result.control.id) 的示例“\(name.zh)”不成立：\(complaint.zh)",
        en: "the example '\(name.en)' of \(result.control.id) does not hold: \(complaint.en)"),
      at: result.example.span)
  }
}
