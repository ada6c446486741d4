// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Reporting

/// `plumbline report`: renders a report again, without evidence or catalogs.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Speech.text(
      zh: "由 report.json 重新生成任一格式的报告", en: "Render report.json again in another format."))

  @Argument(help: Speech.help(zh: "报告数据 report.json", en: "The report.json.", valueName: "file"))
  var file: String

  @Option(
    help: Speech.help(
      zh: "格式：\(ReportFormat.all.map(\.id).joined(separator: "、"))",
      en: "Format: \(ReportFormat.all.map(\.id).joined(separator: ", "))."))
  var format = "markdown"

  @Option(help: Speech.help(zh: "版本：full 或 summary", en: "Edition: full or summary."))
  var edition: ReportEdition = .full

  @Option(
    help: Speech.help(
      zh: "自备模板文件夹，优先于内置模板", en: "Folder with templates of your own, before the built-in ones.",
      valueName: "folder"))
  var templates: String?

  @Option(
    name: .shortAndLong,
    help: Speech.help(
      zh: "输出文件；默认写到标准输出", en: "Output file; default standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    guard let chosen = ReportFormat.named(format) else {
      let known = ReportFormat.all.map(\.id).joined(separator: ", ")
      throw CommandFailure(
        zh: "没有格式 '\(format)'；可用: \(known)",
        en: "there is no format '\(format)'; there are: \(known)")
    }
    let report = try Report(json: try InputFile.read(file).utf8)
    let bytes = try chosen.render(
      report,
      RenderingOptions(
        language: common.terminal.language, edition: edition, templates: templateSource))
    if let output {
      try OutputFiles.write(bytes, to: output)
    } else {
      common.terminal.write(bytes: bytes)
    }
  }

  private var templateSource: any TemplateSource {
    guard let templates else { return EmbeddedTemplates() }
    return LayeredTemplates([FolderTemplates(templates), EmbeddedTemplates()])
  }
}

extension ReportEdition: ExpressibleByArgument {}
