// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import Reporting

/// The files that a command leaves behind: all of them appear, or none.
struct OutputFiles: ~Copyable {
  private var transaction = FileTransaction()

  /// Writes a file; it takes its name when all are committed.
  mutating func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    try write(to: path) { write in write(bytes) }
  }

  /// Writes a file piece by piece.
  mutating func write(
    to path: String, _ produce: (([UInt8]) -> Void) -> Void
  ) throws(CommandFailure) {
    do {
      try transaction.write(to: path, produce)
    } catch {
      throw CommandFailure(zh: error.message.zh, en: error.message.en)
    }
  }

  /// Gives all files their names.
  mutating func commit() throws(CommandFailure) {
    do {
      try transaction.commit()
    } catch {
      throw CommandFailure(zh: error.message.zh, en: error.message.en)
    }
  }

  /// Writes one file whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    var output = OutputFiles()
    try output.write(bytes, to: path)
    try output.commit()
  }

  /// Makes a folder, and those above it, when there is none.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(zh: "无法创建文件夹 \(path)", en: "the folder \(path) cannot be made")
    }
  }
}
