// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Programs that tests run on this machine: the real thing that a collector is compared with.
package enum LocalProgram {
  /// What a program wrote and how it ended.
  package struct Run: Sendable {
    /// The code it ended with; negative for a signal.
    package var status: Int
    /// What it wrote to its output and as errors.
    package var output: String
  }

  /// Whether a program is there.
  package static func exists(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// Runs a program to its end.
  package static func run(_ arguments: [String], environment: [String] = []) -> Run {
    let scratch = Scratch()
    let file = "\(scratch.path)/output"
    let process = start(arguments, output: file, environment)
    let status = wait(for: process)
    return Run(status: status, output: text(of: file))
  }

  /// Starts a program with its output in a file, and returns its number.
  static func start(_ arguments: [String], output: String, _ environment: [String]) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Threads of the dispatch library block signals, and a program inherits that: a server would
    // never see the polite signal that ends it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = arguments.map { strdup($0) } + [nil]
    let standard = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C", "HOME=/nonexistent"]
    let names = (standard + environment).map { strdup($0) } + [nil]
    defer { for text in words + names { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, arguments[0], &actions, &attributes, words, names)
    guard code == 0 else { fatalError("cannot start \(arguments[0]): \(code)") }
    return process
  }

  static func wait(for process: pid_t) -> Int {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? Int(status >> 8) & 0xFF : -Int(status & 0x7F)
  }

  /// Returns the text of a file; an empty one when it cannot be read.
  package static func text(of path: String) -> String {
    guard let file = fopen(path, "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
