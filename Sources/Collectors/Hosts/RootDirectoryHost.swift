// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder that holds the files of a machine: an image, a container's file system, a checkout.
///
/// Absolute links are resolved within the folder; a link that leaves it is refused as `outsideRoot`.
/// Nothing runs there, so every command is `unsupported`.
package final class RootDirectoryHost: Host {
  package let isLive = false
  package let isPrivileged: Bool
  /// The open folder.
  private let root: Int32

  /// Opens a folder.
  ///
  /// - Parameter folder: a path of the machine that Plumbline runs on.
  /// - Throws: when there is no such folder, or it may not be read.
  package init(_ folder: String) throws(HostError) {
    let descriptor =
      folder.utf8.contains(0) ? -1 : open(folder, openAsPlace | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw HostError(errno: errno, folder) }
    root = descriptor
    isPrivileged = geteuid() == 0
  }

  deinit { _ = close(root) }

  package var identity: HostIdentity {
    get async { await HostIdentity(readFrom: self, access: .root) }
  }

  package func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    try RootedPath.open(path, root: root, followLinks: true).read(limit: limit, name: path)
  }

  package func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    try RootedPath.open(path, root: root, followLinks: followLinks).status(name: path)
  }

  package func list(_ directory: String) async throws(HostError) -> [String] {
    try RootedPath.open(directory, root: root, followLinks: true).list(name: directory)
  }

  package func entries(in directory: String) async throws(HostError) -> [DirectoryEntry] {
    try RootedPath.open(directory, root: root, followLinks: true).entries(name: directory)
  }

  package func device(of path: String) async -> UInt64 {
    (try? RootedPath.open(path, root: root, followLinks: true).device) ?? 0
  }

  package func extendedAttribute(_ name: String, of path: String) async throws(HostError)
    -> [UInt8]?
  {
    try RootedPath.open(path, root: root, followLinks: true).extendedAttribute(name, name: path)
  }

  package func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    throw HostError(.unsupported, command.line, detail: CollectorMessages.noCommandsInFolder)
  }
}
