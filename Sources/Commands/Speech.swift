// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import FoundationEssentials

/// The language that the program speaks, decided before its arguments are parsed so that help
/// speaks it too.
enum Speech {
  /// The language of this run.
  static let language = Language.preferred(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  /// Returns a text in the language of this run.
  static func text(zh: String, en: String) -> String {
    LocalizedText(zh: zh, en: en)[language]
  }

  /// Returns help for an argument in the language of this run.
  static func help(zh: String, en: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(ArgumentHelp.StringLiteralType(text(zh: zh, en: en)), valueName: valueName)
  }
}

extension Terminal {
  /// The terminal of this run.
  static func standard(isQuiet: Bool) -> Terminal {
    Terminal(
      language: Speech.language, isQuiet: isQuiet,
      environment: ProcessInfo.processInfo.environment)
  }
}
