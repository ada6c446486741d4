// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
package import Diagnostics

/// Reads the YAML files of a library from a folder.
package enum LibraryFolder {
  /// Returns the files below a folder in the order of their paths; follows no links.
  ///
  /// - Throws: `DiagnosticsError` when there is no such folder or a file cannot be read.
  package static func files(at root: String) throws(DiagnosticsError) -> [LibraryFile] {
    let manager = FileManager.default
    guard let paths = try? manager.subpathsOfDirectory(atPath: root) else {
      throw DiagnosticsError([CatalogMessages.noFolder(root)])
    }
    var files: [LibraryFile] = []
    var problems: [Diagnostic] = []
    for path in paths.filter({ $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }).sorted() {
      let full = root.hasSuffix("/") ? root + path : "\(root)/\(path)"
      let attributes = try? manager.attributesOfItem(atPath: full)
      guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      guard let data = manager.contents(atPath: full) else {
        problems.append(CatalogMessages.unreadable(full))
        continue
      }
      files.append(LibraryFile(path: path, source: SourceText(name: full, utf8: Array(data))))
    }
    if !problems.isEmpty { throw DiagnosticsError(problems) }
    return files
  }
}
