// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlCatalog
import Diagnostics

/// `plumbline lint`: says all that is wrong with a folder of catalogs.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: Speech.text(
      zh: "检查控制目录，指出错误的文件、行、列和改法",
      en: "Check a folder of catalogs; every error with file, line, column and repair."))

  @Argument(
    help: Speech.help(
      zh: "控制目录所在文件夹；默认检查内置目录", en: "Folder of catalogs; default those inside the program.",
      valueName: "folder"))
  var folder: String?

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let result = try Library.load(folder)
    let diagnostics = (result.diagnostics + WordingCheck(result).diagnostics).inReadingOrder()
    let terminal = common.terminal
    terminal.report(diagnostics)
    let library = result.library
    let requirements = library.registers.reduce(0) { $0 + $1.requirements.count }
    let errors = diagnostics.count { $0.severity == .error }
    terminal.note(
      LocalizedText(
        zh:
          "\(library.controls.count) 项控制，\(requirements) 条要求，\(library.profiles.count) 个方案：\(errors) 个错误，\(diagnostics.count - errors) 个警告",
        en:
          "\(English.count(library.controls.count, "control")), \(English.count(requirements, "requirement")), \(English.count(library.profiles.count, "profile")): \(English.count(errors, "error")), \(English.count(diagnostics.count - errors, "warning"))"
      ))
    if errors > 0 { throw ExitStatus.failure.code }
    if library.controls.isEmpty {
      throw CommandFailure(zh: "文件夹中没有控制", en: "the folder holds no controls")
    }
  }
}
