// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The files of folders that add to each other under one name, such as `sysctl.d`.
///
/// Of files with the same name only that of the strongest folder counts, and a link to `/dev/null`
/// takes a file away.
enum DropInFiles {
  /// Returns the files that apply with their names, in the order of the names.
  ///
  /// - Parameters:
  ///   - folders: the folders, the strongest first.
  ///   - reader: lists them.
  static func list(_ folders: [String], _ reader: HostReader)
    async throws(CollectionFailure) -> [(name: String, path: String)]
  {
    var paths: [String: String] = [:]
    for folder in folders.reversed() {
      for name in try await reader.list(folder) where name.hasSuffix(".conf") {
        paths[name] = "\(folder)/\(name)"
      }
    }
    var files: [(name: String, path: String)] = []
    for (name, path) in paths.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let target = try await reader.status(path)?.linkTarget
      if target != "/dev/null" { files.append((name, path)) }
    }
    return files
  }
}
