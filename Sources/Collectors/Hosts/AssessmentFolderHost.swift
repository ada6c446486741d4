// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

/// The records and attachments of an assessment folder, as the files of the enterprise itself.
///
/// Only what lies below `/records` and `/evidence` is there; whatever leads to another place of the
/// folder, or out of it, is refused. Nothing runs there.
package struct AssessmentFolderHost: Host {
  /// The folders that can be read, as the first names of paths.
  package static let folders = ["evidence", "records"]

  package let isLive = false
  package var isPrivileged: Bool { folders.values.contains { $0.isPrivileged } }

  private let folders: [String: RootDirectoryHost]

  /// Opens an assessment folder; a folder that it does not have is empty.
  ///
  /// - Throws: when one of the folders is there but cannot be opened.
  package init(_ path: String) throws(HostError) {
    var folders: [String: RootDirectoryHost] = [:]
    for name in Self.folders {
      do {
        folders[name] = try RootDirectoryHost("\(path)/\(name)")
      } catch {
        guard error.code == .notFound else { throw error }
      }
    }
    self.folders = folders
  }

  package var identity: HostIdentity {
    get async { HostIdentity(access: .assessment, isLive: false, isPrivileged: isPrivileged) }
  }

  package func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    let (folder, rest) = try place(path)
    do {
      var file = try await folder.read(rest, limit: limit)
      file.path = path
      return file
    } catch {
      throw HostError(error.code, path, detail: error.detail)
    }
  }

  package func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    let (folder, rest) = try place(path)
    do {
      return try await folder.status(of: rest, followLinks: followLinks)
    } catch {
      throw HostError(error.code, path, detail: error.detail)
    }
  }

  package func list(_ directory: String) async throws(HostError) -> [String] {
    if directory == "/" { return folders.keys.sorted() }
    let (folder, rest) = try place(directory)
    do {
      return try await folder.list(rest)
    } catch {
      throw HostError(error.code, directory, detail: error.detail)
    }
  }

  package func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    throw HostError(.unsupported, command.line, detail: CollectorMessages.noCommandsInFolder)
  }

  /// Returns the folder of a path and the path within it.
  private func place(_ path: String) throws(HostError) -> (RootDirectoryHost, String) {
    let names = path.split(separator: "/", omittingEmptySubsequences: true)
    guard path.hasPrefix("/"), let first = names.first, !names.contains("..") else {
      throw HostError(.outsideRoot, path)
    }
    guard Self.folders.contains(String(first)) else {
      throw HostError(.unsupported, path, detail: CollectorMessages.notInAssessmentFolder)
    }
    guard let folder = folders[String(first)] else { throw HostError(.notFound, path) }
    return (folder, "/" + names.dropFirst().joined(separator: "/"))
  }
}
