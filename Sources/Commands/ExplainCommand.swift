// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel
import Reporting
import RiskScoring

/// `plumbline explain`: why a control came to its outcome.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Speech.text(
      zh: "说明一项控制为何得出其结果：取值、出处、规则位置",
      en: "Why a control came to its outcome: values, their origins, the rule."))

  @Argument(help: Speech.help(zh: "控制编号", en: "The control.", valueName: "id"))
  var control: String

  @Argument(
    help: Speech.help(
      zh: "评估文件夹；省略时在本机采集该控制的证据",
      en: "Assessment folder; without one, this control's evidence is read from this host.",
      valueName: "folder"))
  var folder: String?

  @OptionGroup var time: TimeOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  mutating func run() async throws {
    let loaded = try library.load()
    guard let control = loaded.library.control(control) else {
      throw UnknownName.failure(
        zh: "控制", en: "control", self.control, loaded.library.controls.map(\.id))
    }
    let assessor = try makeAssessor(loaded, control)
    let selection = try selection(of: control, assessor)
    let bundles = try await assessor.collect(assessor.plans(selection))
    let scorecard = try assessor.score(selection, bundles)
    let text = ExplanationText(
      control, in: scorecard.assessment, library: loaded.library, terminal: common.terminal)
    common.terminal.write(text.text)
    let status = AssessCommand.status(of: scorecard, threshold: .low)
    if status != .clean { throw status.code }
  }

  private func makeAssessor(
    _ loaded: LibraryLoader.Result, _ control: Control
  ) throws -> Assessor {
    let path = folder ?? (AssessmentFolder.exists(at: ".") ? "." : nil)
    let read = try path.map { try AssessmentFolder($0, loaded) }
    let scope = read?.scope ?? .thisHost(name: ThisHost.name, profile: "host-baseline")
    return Assessor(
      loaded: loaded, scope: scope, answers: read?.answers ?? AnswerBook(), folder: path ?? ".",
      asOf: time.instant, clock: time.clock, terminal: Terminal.standard(isQuiet: true))
  }

  /// Returns the control alone, with the parameters that the scope's profile gives it.
  private func selection(of control: Control, _ assessor: Assessor) throws -> ControlSelection {
    let selection = try assessor.selection()
    return selection.only(control)
  }
}

/// Says that a name means nothing.
enum UnknownName {
  /// Returns the failure with the nearest name that means something.
  static func failure(zh: String, en: String, _ name: String, _ known: [String]) -> CommandFailure {
    let near = SpellingSuggestion.nearest(to: name, in: known)
    return CommandFailure(
      zh: "没有名为 '\(name)' 的\(zh)" + (near.map { "；是否想写 '\($0)'？" } ?? ""),
      en: "there is no \(en) '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
  }
}
