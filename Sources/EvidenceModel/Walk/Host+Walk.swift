// Plumbline
// SPDX-License-Identifier: Apache-2.0

// What every host can do with `list` and `status`; a host that is faster at it has its own.
extension Host {
  package func entries(in directory: String) async throws(HostError) -> [DirectoryEntry] {
    var entries: [DirectoryEntry] = []
    let prefix = directory == "/" ? "" : directory
    for name in try await list(directory) {
      do {
        let status = try await status(of: "\(prefix)/\(name)", followLinks: false)
        entries.append(DirectoryEntry(name: name, status: status))
      } catch {
        // What is gone by now is not there.
        if error.code != .notFound { throw error }
      }
    }
    return entries
  }

  package func device(of path: String) async -> UInt64 { 0 }

  package func extendedAttribute(_ name: String, of path: String) async throws(HostError)
    -> [UInt8]?
  {
    throw HostError(.unsupported, path)
  }

  package func walk(_ requests: [WalkRequest]) async -> [Result<WalkResult, HostError>] {
    await FileWalk.run(requests, on: self)
  }
}
