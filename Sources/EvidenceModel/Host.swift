// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

/// A machine, or the files of one, that evidence is read from and that nothing is ever written to.
///
/// Paths are absolute paths of the host, also when the host is a folder of another machine. A host
/// never blocks on a pipe or a device, never returns a part of a file for the whole, and bounds the
/// time of what it runs. A live host answers for the running system; a host over stored files says
/// `unsupported` to every command and knows `/proc` only as files that happen to be there. A remote
/// host may fetch ahead as long as what it fetches was asked for.
package protocol Host: Sendable {
  /// Who the host is.
  var identity: HostIdentity { get async }

  /// Whether commands and `/proc` speak of a running system.
  var isLive: Bool { get }

  /// Whether reading is done as the superuser.
  var isPrivileged: Bool { get }

  /// Returns a regular file, following links.
  ///
  /// - Parameters:
  ///   - path: the absolute path.
  ///   - limit: the largest size in bytes that is read.
  /// - Throws: `tooLarge` past the limit, `notRegularFile` for folders, pipes and devices, and as
  ///   the other codes say.
  func read(_ path: String, limit: Int) async throws(HostError) -> HostFile

  /// Returns what kind of thing a path names.
  ///
  /// - Parameters:
  ///   - path: the absolute path.
  ///   - followLinks: whether a link at the end of the path is followed.
  func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus

  /// Returns the names in a folder in the order of their UTF-8 bytes, without `.` and `..`.
  func list(_ directory: String) async throws(HostError) -> [String]

  /// Returns what a folder holds in the order of the names, links not followed; with `device` where
  /// the host knows it.
  func entries(in directory: String) async throws(HostError) -> [DirectoryEntry]

  /// Returns the number of the file system that a path is on, links followed; 0 where the host does
  /// not tell.
  func device(of path: String) async -> UInt64

  /// Returns an extended attribute of what a path names, links followed; `nil` when it has none.
  ///
  /// - Parameters:
  ///   - name: the name with its class, such as `security.capability`.
  ///   - path: the absolute path.
  /// - Throws: `unsupported` when the host or its file system cannot tell.
  func extendedAttribute(_ name: String, of path: String) async throws(HostError) -> [UInt8]?

  /// Looks for files, for all requests in one walk, and returns what each comes to in their order.
  func walk(_ requests: [WalkRequest]) async -> [Result<WalkResult, HostError>]

  /// Runs one of the fixed commands and returns what it wrote.
  ///
  /// A program that ends with a code other than zero is no error here.
  func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput
}

extension Host {
  /// The largest size of a configuration file that is read: 16 MiB.
  package static var defaultLimit: Int { 16 << 20 }

  /// Returns a regular file of at most the default size.
  package func read(_ path: String) async throws(HostError) -> HostFile {
    try await read(path, limit: Self.defaultLimit)
  }

  /// Returns a regular file, or `nil` when there is none.
  package func readIfPresent(_ path: String, limit: Int = defaultLimit) async throws(HostError)
    -> HostFile?
  {
    do {
      return try await read(path, limit: limit)
    } catch {
      if error.code == .notFound { return nil }
      throw error
    }
  }

  /// Returns the names in a folder, or none when there is no such folder.
  package func listIfPresent(_ directory: String) async throws(HostError) -> [String] {
    do {
      return try await list(directory)
    } catch {
      if error.code == .notFound { return [] }
      throw error
    }
  }

  /// Returns whether a path names anything, links at its end not followed.
  package func exists(_ path: String) async throws(HostError) -> Bool {
    do {
      _ = try await status(of: path, followLinks: false)
      return true
    } catch {
      if error.code == .notFound { return false }
      throw error
    }
  }
}

/// A file with the bytes that were read from it.
package struct HostFile: Sendable {
  /// The path as it was asked for.
  package var path: String
  /// The bytes.
  package var bytes: [UInt8]
  /// When the file was last written; `nil` for files that the kernel makes up.
  package var modified: Instant?

  package init(path: String, bytes: [UInt8], modified: Instant? = nil) {
    self.path = path
    self.bytes = bytes
    self.modified = modified
  }

  /// The bytes as text, with invalid UTF-8 repaired.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The file as the source of an observation.
  package var source: EvidenceSource {
    EvidenceSource(
      .file, path, sha256: SHA256Digest.hexadecimal(of: bytes), size: Int64(bytes.count),
      modified: modified)
  }
}

/// What a path names, without its contents.
package struct FileStatus: Sendable, Hashable {
  /// What a path can name.
  package enum Kind: String, Sendable, Hashable {
    /// A file with contents.
    case file
    /// A folder.
    case directory
    /// A symbolic link.
    case symlink
    /// A pipe, a socket or a device.
    case other
  }

  /// What it is.
  package var kind: Kind
  /// The permission bits with set-user-id, set-group-id and sticky: 0 to 0o7777.
  package var permissions: Int
  /// The number of the owner.
  package var userID: Int64
  /// The number of the group.
  package var groupID: Int64
  /// The size in bytes.
  package var size: Int64
  /// When it was last written.
  package var modified: Instant
  /// Where a link points, as it is written.
  package var linkTarget: String?

  package init(
    kind: Kind, permissions: Int, userID: Int64 = 0, groupID: Int64 = 0, size: Int64 = 0,
    modified: Instant = Instant(seconds: 0), linkTarget: String? = nil
  ) {
    self.kind = kind
    self.permissions = permissions
    self.userID = userID
    self.groupID = groupID
    self.size = size
    self.modified = modified
    self.linkTarget = linkTarget
  }
}
