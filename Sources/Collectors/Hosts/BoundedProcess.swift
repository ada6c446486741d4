// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import Subprocess
import SystemPackage

/// Runs one program to its end, within bounds on time and output, in a session of its own so that
/// its children end with it.
struct BoundedProcess<Input: InputProtocol> {
  /// The path of the program.
  let program: String
  /// The arguments.
  let arguments: [String]
  /// The environment.
  let environment: Environment
  /// What the program gets to read.
  let input: Input
  /// The time in milliseconds after which it is ended.
  let timeLimit: Int
  /// The largest output in bytes that is read.
  let outputLimit: Int
  /// What errors call it.
  let name: String

  /// Runs the program.
  ///
  /// - Throws: `timedOut`, `tooLarge`, or `failed` when it cannot be started.
  func run() async throws(HostError) -> CommandOutput {
    let outcome = await withTaskGroup(of: Result<CommandOutput, HostError>?.self) { group in
      group.addTask { await start() }
      group.addTask {
        try? await Task.sleep(for: .milliseconds(timeLimit))
        return nil
      }
      let first = await group.next() ?? nil
      // Cancelling ends the program and its children; the group waits until they are gone.
      group.cancelAll()
      return first
    }
    guard let outcome else { throw HostError(.timedOut, name) }
    return try outcome.get()
  }

  private func start() async -> Result<CommandOutput, HostError> {
    do {
      let result = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments), environment: environment,
        workingDirectory: "/", platformOptions: .endingWithChildren, input: input,
        output: .sequence, error: .bytes(limit: errorLimit)
      ) { execution in
        var output: [UInt8] = []
        for try await buffer in execution.standardOutput {
          buffer.withUnsafeBytes { output += $0 }
          if output.count > outputLimit {
            // A closed pipe alone may not end it: another program started at the same moment can
            // hold the pipe open.
            await execution.teardown(using: PlatformOptions.endingWithChildren.teardownSequence)
            return nil as [UInt8]?
          }
        }
        return output
      }
      guard let output = result.closureResult else { return .failure(HostError(.tooLarge, name)) }
      let code =
        switch result.terminationStatus {
        case .exited(let code): Int(code)
        case .signaled(let signal): -Int(signal)
        }
      return .success(
        CommandOutput(exitCode: code, output: output, errors: result.standardError))
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .failure(HostError(.tooLarge, name))
    } catch {
      return .failure(
        HostError(.failed, name, detail: LocalizedText(verbatim: String(describing: error))))
    }
  }
}

/// The largest text of errors that is read.
private let errorLimit = 64 << 10

extension PlatformOptions {
  /// A session of its own, ended politely with all its children and then by force.
  static var endingWithChildren: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    return options
  }
}
