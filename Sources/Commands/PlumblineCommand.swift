// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ArgumentParser
import Diagnostics

/// The program: a command for each thing that can be asked of it.
package struct PlumblineCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "plumbline",
    abstract: Speech.text(
      zh: "准绳：依据中国网络安全法律法规和标准的自评估工具",
      en: "Self-assessment against China's Cybersecurity Law and related law and standards."),
    version: ProgramVersion.current,
    subcommands: [
      AssessCommand.self, InitCommand.self, CollectCommand.self, VerifyCommand.self,
      ReportCommand.self,
      ExplainCommand.self, EvalCommand.self, LintCommand.self, TestCommand.self, ListCommand.self,
      ShowCommand.self,
    ])

  package init() {}

  /// Runs the program with arguments and returns how it ended.
  package static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      try checkCommand(arguments.first)
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .clean
    } catch {
      return finish(after: error)
    }
  }

  /// Names a misspelt command, before the argument parser complains of its options.
  private static func checkCommand(_ word: String?) throws(CommandFailure) {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), !known.contains(word), word != "help" else { return }
    throw UnknownName.failure(zh: "命令", en: "command", word, known)
  }

  /// Writes what an error has to say to standard error; `false` for one that the argument parser
  /// has to word.
  @discardableResult
  static func report(_ error: any Error) -> Bool {
    let terminal = Terminal.standard(isQuiet: false)
    switch error {
    case let error as DiagnosticsError: terminal.report(error.diagnostics)
    case let error as CommandFailure: terminal.fail(error.message)
    case let error as UnreachableAsset: terminal.fail(error.message)
    default: return false
    }
    return true
  }

  /// Writes what an error has to say and returns how the program ends.
  private static func finish(after error: any Error) -> ExitStatus {
    if let code = error as? ExitCode { return ExitStatus(rawValue: code.rawValue) ?? .failure }
    if report(error) { return .failure }
    let terminal = Terminal.standard(isQuiet: false)
    let text = fullMessage(for: error)
    if exitCode(for: error) == .success {
      terminal.write(text + "\n")
      return .clean
    }
    terminal.complain(text)
    return .failure
  }
}

/// A failure that is not about a place in a file.
struct CommandFailure: Error {
  let message: LocalizedText

  init(zh: String, en: String) {
    message = LocalizedText(zh: zh, en: en)
  }
}
