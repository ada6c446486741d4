// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel
import Subprocess

/// Runs the fixed commands on the other side, over the connection that is already there.
struct SSHCommandRunner {
  /// How many commands run at once: hardened servers grant a connection few sessions.
  private static let width = 3

  let client: SSHClient
  private let turns = Turnstile(width: Self.width)

  init(_ client: SSHClient) { self.client = client }

  /// Runs a command to its end, or to the end of its time.
  func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    await turns.enter()
    let result = await outcome(of: command)
    await turns.leave()
    return try result.get()
  }

  private func outcome(of command: ReadOnlyCommand) async -> Result<CommandOutput, HostError> {
    let script = SSHScript.run(command, usesSudo: client.target.usesSudo == true)
    let process = BoundedProcess(
      program: client.program, arguments: client.scriptArguments,
      environment: client.environment, input: .array(Array(script.utf8)),
      timeLimit: command.timeLimit, outputLimit: command.outputLimit, name: command.line)
    do throws(HostError) {
      let output = try await process.run()
      let errors = output.errorText
      if output.exitCode == SSHScript.noProgram.code, errors == SSHScript.noProgram.words {
        throw HostError(.notFound, command.executable)
      }
      if output.exitCode == 1, errors.hasPrefix("sudo: ") {
        throw HostError(.denied, command.line)
      }
      if output.exitCode == 255, output.output.isEmpty {
        throw HostError(
          .failed, command.line,
          detail: SSHFailure(clientErrors: errors, end: .closed).message)
      }
      return .success(output)
    } catch {
      return .failure(error)
    }
  }
}

/// Lets a number of tasks in at once; the others wait in line.
private actor Turnstile {
  private var free: Int
  private var line: [CheckedContinuation<Void, Never>] = []

  init(width: Int) { free = width }

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { line.append($0) }
    }
  }

  func leave() {
    if line.isEmpty { free += 1 } else { line.removeFirst().resume() }
  }
}
