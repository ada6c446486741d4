// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs the fixed commands on this machine: no shell, no input, and an environment of three names.
enum LocalCommand {
  /// Runs a command to its end, or to the end of its time.
  static func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    guard let program = find(command.executable) else {
      throw HostError(.notFound, command.executable)
    }
    return try await BoundedProcess(
      program: program, arguments: command.arguments,
      environment: .custom([
        "LC_ALL": "C", "PATH": ReadOnlyCommand.searchFolders.joined(separator: ":"),
        "HOME": "/nonexistent",
      ]),
      input: .none, timeLimit: command.timeLimit, outputLimit: command.outputLimit,
      name: command.line
    ).run()
  }

  private static func find(_ executable: String) -> String? {
    ReadOnlyCommand.searchFolders.lazy.map { "\($0)/\(executable)" }.first { access($0, X_OK) == 0 }
  }
}
