// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlCatalog
import Diagnostics
import FoundationEssentials

/// `plumbline init`: makes an assessment folder that is ready to be filled in.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: Speech.text(
      zh: "新建评估文件夹，含待填写的问题", en: "Make an assessment folder with the questions to answer."))

  @Argument(help: Speech.help(zh: "新文件夹", en: "The new folder.", valueName: "folder"))
  var folder = "assessment"

  @Option(help: Speech.help(zh: "评估方案", en: "The profile."))
  var profile = "mlps-3"

  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let loaded = try library.load().library
    guard let profile = loaded.profile(profile) else {
      let known = loaded.profiles.map(\.id).joined(separator: ", ")
      throw CommandFailure(
        zh: "没有名为 '\(profile)' 的评估方案；可用: \(known)",
        en: "there is no profile '\(profile)'; there are: \(known)")
    }
    guard !AssessmentFolder.exists(at: folder) else {
      throw CommandFailure(
        zh: "\(folder)/plumbline.yaml 已存在，不会覆盖",
        en: "\(folder)/plumbline.yaml exists and is not overwritten")
    }
    let language = common.terminal.language
    let writer = StarterFolder(
      library: loaded, selection: ControlSelection(profile, of: loaded), language: language)
    let files = writer.files
    for file in files.map(\.path) where FileManager.default.fileExists(atPath: "\(folder)/\(file)")
    {
      throw CommandFailure(
        zh: "\(folder)/\(file) 已存在，不会覆盖", en: "\(folder)/\(file) exists and is not overwritten")
    }
    for subfolder in ["answers", "evidence", "records"] {
      try OutputFiles.makeFolder("\(folder)/\(subfolder)")
    }
    var output = OutputFiles()
    for file in files { try output.write(Array(file.text.utf8), to: "\(folder)/\(file.path)") }
    try output.commit()
    for file in files { common.terminal.write("\(folder)/\(file.path)\n") }
    common.terminal.note(
      LocalizedText(
        zh: "填写后运行：plumbline assess \(folder)",
        en: "fill them in, then run: plumbline assess \(folder)"))
  }
}
