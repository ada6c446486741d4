// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import ControlCatalog
import Diagnostics

/// `plumbline test`: runs the examples of every control, and changes them to test the rules.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: Speech.text(
      zh: "运行每项控制的示例", en: "Run the examples of every control."))

  @Argument(
    help: Speech.help(
      zh: "控制目录所在文件夹；默认为内置目录", en: "Folder of catalogs; default those inside the program.",
      valueName: "folder"))
  var folder: String?

  @Flag(
    help: Speech.help(
      zh: "另改动示例中的每个事实，找出从不因此改变结果的规则",
      en: "Also change each fact of the examples, and find rules that never notice."))
  var mutate = false

  @OptionGroup var common: CommonOptions

  mutating func run() async throws {
    let result = try Library.load(folder)
    let terminal = common.terminal
    if result.diagnostics.hasErrors { throw DiagnosticsError(result.diagnostics) }
    let runner = ExampleRunner(library: result.library)
    let controls = result.library.controls
    let results = controls.flatMap(runner.run)
    let broken = results.filter { $0.complaint != nil }
    terminal.report(broken.map(Self.diagnostic))
    let passed = results.count - broken.count
    terminal.write(
      LocalizedText(
        zh: "\(controls.count) 项控制的示例：\(passed) 个成立，\(broken.count) 个不成立\n",
        en: """
          examples of \(English.count(controls.count, "control")): \
          \(English.count(passed, "holds", "hold")), \
          \(English.count(broken.count, "does not", "do not"))

          """)[terminal.language])
    if results.isEmpty {
      throw CommandFailure(zh: "没有示例可运行", en: "there are no examples to run")
    }
    let faults = mutate ? await faultsOfRules(result.library, terminal) : 0
    if !broken.isEmpty || faults > 0 { throw ExitStatus.findings.code }
  }

  /// Tries the rules of all controls and returns the number of those that cannot fail and of facts
  /// that they do not hang on.
  private func faultsOfRules(_ library: ControlLibrary, _ terminal: Terminal) async -> Int {
    let reports = await MutationRunner(library: library).run(library.controls)
    let diagnostics = reports.flatMap(MutationText.diagnostics)
    terminal.report(diagnostics, limit: .max)
    terminal.write(MutationText.summary(reports)[terminal.language])
    return diagnostics.count { $0.severity == .error }
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
