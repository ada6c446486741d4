// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The machine that Plumbline runs on.
package struct LocalHost: Host {
  package let isLive = true
  package let isPrivileged: Bool

  package init() { isPrivileged = geteuid() == 0 }

  package var identity: HostIdentity {
    get async { await HostIdentity(readFrom: self, access: .local) }
  }

  package func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    try place(path).read(limit: limit, name: path)
  }

  package func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    try place(path, followLinks: followLinks).status(name: path)
  }

  package func list(_ directory: String) async throws(HostError) -> [String] {
    try place(directory).list(name: directory)
  }

  package func entries(in directory: String) async throws(HostError) -> [DirectoryEntry] {
    try place(directory).entries(name: directory)
  }

  package func device(of path: String) async -> UInt64 {
    (try? place(path).device) ?? 0
  }

  package func extendedAttribute(_ name: String, of path: String) async throws(HostError)
    -> [UInt8]?
  {
    try place(path).extendedAttribute(name, name: path)
  }

  package func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    try await LocalCommand.run(command)
  }

  private func place(_ path: String, followLinks: Bool = true) throws(HostError) -> OpenPlace {
    guard path.utf8.first == UInt8(ascii: "/") else { throw HostError(.notFound, path) }
    return try OpenPlace.open(path, name: path, followLinks: followLinks)
  }
}
