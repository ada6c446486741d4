// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The built program, run as its users run it.
enum Program {
  /// What a run left behind.
  struct Run: Sendable {
    /// The exit code; a signal counts as its negative number.
    let status: Int
    /// Standard output.
    let output: String
    /// Standard error.
    let errors: String
  }

  /// The path of `plumbline`, which the build puts beside the bundle of tests.
  static let path: String = {
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = (bundle ?? CommandLine.arguments[0]).split(separator: "/").dropLast()
    return "/" + folder.joined(separator: "/") + "/plumbline"
  }()

  /// Runs the program in English.
  ///
  /// - Parameters:
  ///   - arguments: what is typed after its name.
  ///   - folder: the working folder.
  static func run(_ arguments: [String], in folder: String = "/") async throws -> Run {
    try await command(path, arguments, in: folder)
  }

  /// Runs another program to its end.
  static func command(
    _ program: String, _ arguments: [String], in folder: String = "/"
  ) async throws -> Run {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: .custom(["LANG": "en_US.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]),
      workingDirectory: FilePath(folder), input: .none, output: .string(limit: 16 << 20),
      error: .string(limit: 16 << 20))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): -Int(signal)
      }
    return Run(
      status: status, output: result.standardOutput, errors: result.standardError)
  }
}
