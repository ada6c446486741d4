// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Collectors
import ControlCatalog
import Diagnostics
import EvidenceModel

/// `plumbline list`: what there is.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Speech.text(
      zh: "列出目录、控制、方案、要求、采集器或规则可用的函数",
      en: "List catalogs, controls, profiles, requirements, collectors or functions."))

  /// What can be listed.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case catalogs, controls, profiles, requirements, collectors, functions
  }

  @Argument(
    help: Speech.help(
      zh: "\(Subject.allCases.map(\.rawValue).joined(separator: "、"))",
      en: "\(Subject.allCases.map(\.rawValue).joined(separator: ", "))."))
  var subject: Subject = .controls

  @Option(
    help: Speech.help(
      zh: "列出一部法律或标准的每条要求由哪些控制评估，如 CSL、GBT22239-L3",
      en: "Show which controls assess each requirement of a law or standard, such as CSL.",
      valueName: "register"))
  var coverage: String?

  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let loaded = try library.load().library
    let language = common.terminal.language
    if let coverage {
      guard let register = loaded.registers.first(where: { $0.id == coverage }) else {
        throw UnknownName.failure(
          zh: "法规或标准", en: "law or standard", coverage, loaded.registers.map(\.id))
      }
      common.terminal.write(
        CoverageText(RequirementCoverage(of: register, in: loaded), language: language).text)
      return
    }
    let rows: [(String, String)] =
      switch subject {
      case .catalogs:
        loaded.catalogs.map {
          ($0.id, "\($0.title[language])  \($0.version)  \($0.controls.count)")
        }
      case .controls: loaded.controls.map { ($0.id, $0.title[language]) }
      case .profiles: loaded.profiles.map { ($0.id, $0.title[language]) }
      case .requirements:
        loaded.registers.flatMap(\.requirements).map { ($0.id.text, $0.title[language]) }
      case .collectors:
        Collectors.registry.descriptions.map { ($0.id, $0.summary[language]) }
      case .functions: LanguagePages(language).summaries.map { ($0.name, $0.summary) }
      }
    common.terminal.write(Columns(rows).text)
  }
}

/// Two columns of text, the first as wide as its widest entry.
struct Columns {
  let rows: [(String, String)]

  init(_ rows: [(String, String)]) {
    self.rows = rows
  }

  var text: String {
    let width = rows.map(\.0.terminalColumns).max() ?? 0
    return rows.map { first, second in
      let padding = String(repeating: " ", count: width - first.terminalColumns)
      return "\(first)\(padding)  \(second)\n"
    }.joined()
  }
}
