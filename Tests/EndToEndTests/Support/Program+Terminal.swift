// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Program {
  // TIOCSPTLCK and TIOCGPTN, macros that Swift cannot read.
  private static var unlock: UInt { 0x4004_5431 }
  private static var numberOfTerminal: UInt { 0x8004_5430 }

  /// The system refused a terminal.
  private struct NoTerminal: Error {}

  /// Runs the program in English with standard input on a terminal, into which lines are typed.
  static func typing(
    _ lines: [String], into arguments: [String], in folder: String
  ) async throws -> Run {
    let person = try FileDescriptor.open("/dev/ptmx", .readWrite)
    defer { try? person.close() }
    var lock: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(person.rawValue, unlock, &lock) == 0,
      ioctl(person.rawValue, numberOfTerminal, &number) == 0
    else { throw NoTerminal() }
    let program = try FileDescriptor.open(FilePath("/dev/pts/\(number)"), .readOnly)
    // The terminal keeps what is typed before it is asked for.
    try person.writeAll(lines.map { $0 + "\n" }.joined().utf8)
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments),
      environment: .custom(["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]),
      workingDirectory: FilePath(folder),
      input: .fileDescriptor(program, closeAfterSpawningProcess: true),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): -Int(signal)
      }
    return Run(status: status, output: result.standardOutput, errors: result.standardError)
  }
}
