// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Collectors
import ControlCatalog
import Diagnostics
import EmbeddedFiles
import EvidenceModel

/// Where laws, catalogs and profiles come from.
struct LibraryOptions: ParsableArguments {
  @Option(
    help: Speech.help(
      zh: "控制目录所在文件夹；默认使用程序内置的目录",
      en: "Folder of catalogs; default those inside the program.", valueName: "folder"))
  var controls: String?

  /// Returns the library; one with errors is refused.
  ///
  /// - Throws: `DiagnosticsError` with all that is wrong.
  func load() throws(DiagnosticsError) -> LibraryLoader.Result {
    let result = try Library.load(controls)
    if result.diagnostics.hasErrors { throw DiagnosticsError(result.diagnostics) }
    return result
  }
}

/// Reads libraries from folders and from inside the program.
enum Library {
  /// The folder of catalogs inside the program.
  private static let embeddedRoot = "Controls"

  /// Returns the library in a folder, or the embedded one, with all that is wrong with it.
  static func load(_ folder: String?) throws(DiagnosticsError) -> LibraryLoader.Result {
    let files =
      try folder.map { path throws(DiagnosticsError) in try LibraryFolder.files(at: path) }
      ?? embedded
    return LibraryLoader(collectors: Collectors.registry.descriptions).load(files)
  }

  private static var embedded: [LibraryFile] {
    EmbeddedFiles.files(below: embeddedRoot).filter { $0.path.hasSuffix(".yaml") }.map {
      LibraryFile(
        path: String($0.path.dropFirst(embeddedRoot.count + 1)),
        source: SourceText(name: $0.path, utf8: $0.utf8))
    }
  }
}
