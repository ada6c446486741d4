// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel
import FoundationEssentials
import Reporting
import RiskScoring

/// `plumbline assess`: collects, judges, scores and writes the reports.
struct AssessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: Speech.text(
      zh: "采集证据、评估并生成报告；没有评估文件夹时以主机基线评估本机",
      en: "Collect evidence, assess, and write reports; without a folder, this host."))

  @Argument(
    help: Speech.help(
      zh: "评估文件夹（含 plumbline.yaml）", en: "Assessment folder with a plumbline.yaml.",
      valueName: "folder"))
  var folder: String?

  @Option(
    help: Speech.help(
      zh: "评估方案；默认取自 plumbline.yaml，本机评估默认 host-baseline",
      en: "Profile; default from plumbline.yaml, or host-baseline for this host.",
      valueName: "profile"))
  var profile: String?

  @Option(
    name: .shortAndLong,
    help: Speech.help(
      zh: "报告输出文件夹；默认为评估文件夹下的 reports，本机评估默认 plumbline-report",
      en: "Folder for the reports; default FOLDER/reports, or plumbline-report.",
      valueName: "folder"))
  var output: String?

  @Option(
    name: .customLong("fail-on"),
    help: Speech.help(
      zh: "严重程度达到此级的问题使退出码为 1", en: "Exit with 1 for findings of at least this severity.",
      valueName: "low|medium|high|critical"))
  var threshold: Severity = .low

  @OptionGroup var time: TimeOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  mutating func run() async throws {
    let terminal = common.terminal
    let loaded = try library.load()
    let assessor = try makeAssessor(loaded, terminal)
    let selection = try assessor.selection()
    let bundles = try await assessor.collect(assessor.plans(selection))
    let scorecard = try assessor.score(selection, bundles)
    let report = assessor.report(scorecard)
    let output = AssessmentOutput(folder: outputFolder)
    let attachments = AttachmentCopies(of: assessor.answers, in: assessor.folder)
    attachments.changes(since: output.evidence).forEach(terminal.warn)
    let written = try output.write(report, bundles: bundles, attachments: attachments)
    terminal.write(SummaryText(report, terminal: terminal, files: written, folder: folder).text)
    let status = Self.status(of: scorecard, threshold: threshold)
    if status != .clean { throw status.code }
  }

  private var outputFolder: String {
    output ?? (folder ?? currentFolder).map { "\($0)/reports" } ?? "plumbline-report"
  }

  /// The working folder when it is one of an assessment.
  private var currentFolder: String? { AssessmentFolder.exists(at: ".") ? "." : nil }

  private func makeAssessor(
    _ loaded: LibraryLoader.Result, _ terminal: Terminal
  ) throws -> Assessor {
    guard let path = folder ?? currentFolder else {
      let scope = AssessmentScope.thisHost(
        name: ThisHost.name, profile: profile ?? "host-baseline")
      return Assessor(
        loaded: loaded, scope: scope, answers: AnswerBook(), folder: ".", asOf: time.instant,
        clock: time.clock,
        terminal: terminal)
    }
    let folder = try AssessmentFolder(path, loaded)
    terminal.report(folder.warnings)
    return Assessor(
      loaded: loaded, scope: profile.map(folder.scope.with(profile:)) ?? folder.scope,
      answers: folder.answers, folder: path, asOf: time.instant, clock: time.clock,
      terminal: terminal)
  }

  /// Returns how the program ends: an error beats a finding, a finding beats a pass, and nothing
  /// evaluated is an error.
  static func status(of scorecard: Scorecard, threshold: Severity) -> ExitStatus {
    let results = scorecard.assessment.controls
    let outcomes = results.flatMap { [$0.outcome] + $0.checks.map(\.outcome) }
    if outcomes.contains(.error) || scorecard.conclusion.tally.conclusive == 0 { return .failure }
    let findings = results.filter { $0.outcome.isFinding && $0.control.severity >= threshold }
    return findings.isEmpty ? .clean : .findings
  }
}

extension Severity: ExpressibleByArgument {}

/// The computer that the program runs on.
enum ThisHost {
  /// Its name as an asset: what the kernel calls it, cut to what an asset may be called.
  static var name: String {
    let data = FileManager.default.contents(atPath: "/proc/sys/kernel/hostname")
    let text = data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let kept = text.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains($0))
    }
    return kept.isEmpty ? "localhost" : String(String.UnicodeScalarView(kept))
  }
}
