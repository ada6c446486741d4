// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel
import Synchronization

/// A host that keeps account of all that it is asked for.
package final class AuditingHost: Host {
  private let base: any Host
  private let record = Mutex<(paths: Set<String>, commands: Set<ReadOnlyCommand>)>(([], []))

  package init(_ base: any Host) { self.base = base }

  /// The paths that were read, looked at or listed.
  package var paths: Set<String> { record.withLock { $0.paths } }
  /// The commands that were run.
  package var commands: Set<ReadOnlyCommand> { record.withLock { $0.commands } }

  package var identity: HostIdentity {
    get async { await HostIdentity(readFrom: self, access: .memory) }
  }
  package var isLive: Bool { base.isLive }
  package var isPrivileged: Bool { base.isPrivileged }

  package func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    note(path)
    return try await base.read(path, limit: limit)
  }

  package func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    note(path)
    return try await base.status(of: path, followLinks: followLinks)
  }

  package func list(_ directory: String) async throws(HostError) -> [String] {
    note(directory)
    return try await base.list(directory)
  }

  package func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    record.withLock { _ = $0.commands.insert(command) }
    return try await base.run(command)
  }

  private func note(_ path: String) { record.withLock { _ = $0.paths.insert(path) } }
}
