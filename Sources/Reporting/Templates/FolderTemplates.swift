// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// Templates in a folder, such as the one in which a certifier keeps its brand.
package struct FolderTemplates: TemplateSource {
  /// The folder.
  package let folder: String

  package init(_ folder: String) {
    self.folder = folder
  }

  package func file(_ path: String) throws -> [UInt8]? {
    let full = folder + "/" + path
    guard FileManager.default.fileExists(atPath: full) else { return nil }
    return Array(try Data(contentsOf: URL(filePath: full)))
  }

  package func paths(in subfolder: String) throws -> [String] {
    let full = folder + "/" + subfolder
    guard FileManager.default.fileExists(atPath: full) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: full)
      .filter { !$0.hasPrefix(".") }
      .map { subfolder + "/" + $0 }
  }
}
