// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import EvidenceModel

/// The files of the systemd journal on the disk.
enum JournalFiles {
  /// Where the journal keeps entries over a restart.
  static let folder = "/var/log/journal"

  /// Returns the time of the oldest entry that the names of closed files tell, such as
  /// `system@…-0000000000000001-0006252d4a8f1c3e.journal`, whose last part is the time of its first
  /// entry in microseconds; `nil` when no file is closed yet.
  static func oldest(_ reader: HostReader) async throws(CollectionFailure) -> Instant? {
    var oldest: Int64?
    for machine in try await reader.list(folder) {
      guard try await reader.status("\(folder)/\(machine)")?.kind == .directory else { continue }
      for name in try await reader.list("\(folder)/\(machine)") where name.hasSuffix(".journal") {
        guard name.contains("@"), let last = name.dropLast(8).split(separator: "-").last,
          last.utf8.count == 16, let time = Int64(last, radix: 16)
        else { continue }
        oldest = min(oldest ?? time, time)
      }
    }
    return oldest.map { Instant(seconds: $0 / 1_000_000) }
  }
}
