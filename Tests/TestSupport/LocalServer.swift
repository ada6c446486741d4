// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A server on loopback that ends with the test.
package final class LocalServer: Sendable {
  private let process: pid_t
  private let file: String

  /// Starts a server; its output goes to a file in a folder.
  package init(_ arguments: [String], folder: String, environment: [String] = []) {
    file = "\(folder)/server-output"
    process = LocalProgram.start(arguments, output: file, environment)
  }

  deinit { stop() }

  /// What the server has written so far.
  package var output: String { LocalProgram.text(of: file) }

  /// Whether the server still runs.
  package var isRunning: Bool { kill(process, 0) == 0 && waitpid(process, nil, WNOHANG) == 0 }

  /// Waits until something holds, and returns whether it came to hold.
  package func waits(until holds: () -> Bool) async -> Bool {
    for _ in 0..<1_200 {
      if holds() { return true }
      guard isRunning else { return false }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return false
  }

  /// Ends the server: politely, then by force.
  private func stop() {
    kill(process, SIGTERM)
    for _ in 0..<400 {
      if waitpid(process, nil, WNOHANG) != 0 { return }
      usleep(25_000)
    }
    kill(process, SIGKILL)
    _ = LocalProgram.wait(for: process)
  }
}
