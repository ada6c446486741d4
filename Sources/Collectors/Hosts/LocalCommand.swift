// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs the fixed commands on this machine: no shell, no input, an environment of three names, and
/// a session of its own so that its children end with it.
enum LocalCommand {
  /// The largest text of errors that is read.
  private static let errorLimit = 64 << 10

  /// How a program is ended: politely with all its children, then by force.
  private static let teardown: [TeardownStep] = [
    .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
  ]

  /// Runs a command to its end, or to the end of its time.
  static func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    guard let program = find(command.executable) else {
      throw HostError(.notFound, command.executable)
    }
    let outcome = await withTaskGroup(of: Result<CommandOutput, HostError>?.self) { group in
      group.addTask { await start(program, command) }
      group.addTask {
        try? await Task.sleep(for: .milliseconds(command.timeLimit))
        return nil
      }
      let first = await group.next() ?? nil
      // Cancelling ends the program and its children; the group waits until they are gone.
      group.cancelAll()
      return first
    }
    guard let outcome else { throw HostError(.timedOut, command.line) }
    return try outcome.get()
  }

  private static func find(_ executable: String) -> String? {
    ReadOnlyCommand.searchFolders.lazy.map { "\($0)/\(executable)" }.first { access($0, X_OK) == 0 }
  }

  private static func start(_ program: String, _ command: ReadOnlyCommand) async
    -> Result<CommandOutput, HostError>
  {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = teardown
    do {
      let result = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(command.arguments),
        environment: .custom([
          "LC_ALL": "C", "PATH": ReadOnlyCommand.searchFolders.joined(separator: ":"),
          "HOME": "/nonexistent",
        ]),
        workingDirectory: "/", platformOptions: options, input: .none, output: .sequence,
        error: .bytes(limit: errorLimit)
      ) { execution in
        var output: [UInt8] = []
        for try await buffer in execution.standardOutput {
          buffer.withUnsafeBytes { output += $0 }
          if output.count > command.outputLimit {
            // A closed pipe alone may not end it: another program started at the same moment can
            // hold the pipe open.
            await execution.teardown(using: teardown)
            return nil as [UInt8]?
          }
        }
        return output
      }
      guard let output = result.closureResult else {
        return .failure(HostError(.tooLarge, command.line))
      }
      let code =
        switch result.terminationStatus {
        case .exited(let code): Int(code)
        case .signaled(let signal): -Int(signal)
        }
      return .success(
        CommandOutput(exitCode: code, output: output, errors: result.standardError))
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .failure(HostError(.tooLarge, command.line))
    } catch {
      return .failure(
        HostError(.failed, command.line, detail: LocalizedText(verbatim: String(describing: error)))
      )
    }
  }
}
