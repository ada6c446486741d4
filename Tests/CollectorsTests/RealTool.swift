// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Programs of this machine that tests compare with.
enum RealTool {
  /// Whether a program is installed.
  static func isInstalled(_ paths: String...) -> Bool {
    paths.allSatisfy { access($0, X_OK) == 0 }
  }

  /// Returns what a line for the shell writes, or `nil` when it ends with an error.
  static func output(_ line: String) -> String? {
    guard let pipe = popen("LC_ALL=C; export LC_ALL; \(line)", "r") else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return pclose(pipe) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Returns the lines that a line for the shell writes.
  static func lines(_ line: String) -> [String] {
    (output(line) ?? "").split(separator: "\n").map(String.init)
  }
}
